import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { beginQuiz, makeQuiz, openQuestion, rightAnswer } from './quiz-page'

const result = (page: Page) => page.getByRole('heading', { name: 'Result' })

/** A quiz of five minutes in a browser whose clock the test turns, with its first question answered. */
async function beginTimed(page: Page): Promise<string> {
  const { link, quiz } = await makeQuiz(page, { minutes: 5 })
  await page.clock.install()
  await page.goto(`/quiz/${link}`)
  await expect(page.getByText('3 questions · 5 minutes')).toBeVisible()
  await beginQuiz(page)
  await expect(page.getByRole('timer')).toHaveText(/^(5:00|4:5\d) left$/)
  const form = await openQuestion(page, 1, 3)
  const values = Object.values(rightAnswer(quiz.questions[0])).flat()
  for (const [k, value] of values.entries()) await form.getByRole('textbox').nth(k).fill(value)
  await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  return link
}

test('when the time of a quiz is up, the result comes by itself', async ({ guest: page }) => {
  await beginTimed(page)
  await page.clock.fastForward('04:30')
  await expect(page.getByRole('timer')).toHaveText(/^0:(30|2\d) left$/)
  await expect(result(page)).toBeHidden()
  await page.clock.fastForward('00:31')
  await expect(result(page)).toBeVisible()
  await expect(page.getByText('1 of 3 (33%)')).toBeVisible()
  // It stays so, for a reload too.
  await expect(page).toHaveURL(/\?run=/)
  await page.reload()
  await expect(page.getByText('1 of 3 (33%)')).toBeVisible()
})

test('a reload gives no more time', async ({ guest: page }) => {
  await beginTimed(page)
  await page.clock.fastForward('02:00')
  await page.reload()
  await expect(page.getByRole('timer')).toHaveText(/^(3:00|2:5\d) left$/)
  await expect(page.getByRole('button', { name: 'Question 1, answered' })).toBeVisible()
  await page.clock.fastForward('03:01')
  await expect(page.getByText('1 of 3 (33%)')).toBeVisible()
})

test('time that runs out while the page is closed ends the quiz when it is opened again', async ({
  guest: page,
}) => {
  const link = await beginTimed(page)
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok())
  await page.clock.fastForward('00:02') // the pause after which answers are sent
  await kept
  await page.goto('/practice')
  await page.clock.fastForward('10:00')
  await page.goto(`/quiz/${link}`)
  await expect(result(page)).toBeVisible()
  await expect(page.getByText('1 of 3 (33%)')).toBeVisible()
})
