import type { Page } from '@playwright/test'
import type { QuizView } from '../../lib/practice/quiz/get-quiz'
import { asker } from '../authoring/author'
import { expect, test } from '../fixtures'
import { answerByKeys, everythingSent, openReview, questionText } from '../review/study-page'
import { beginQuiz, readQuestions } from './quiz-page'
import { rightValues, taskOf, variantOf } from './worked-answers'

const MISSED = ['lstm-o', 'gru-z', 'rnn-h']
const CARDS_MISSED = 6

const attemptSent = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith('/api/v1/attempts') && answer.ok())

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

test('a quiz of what I am worst at asks what was missed, exercises and cards', async ({ guest: page }) => {
  test.setTimeout(120_000)
  for (const exercise of MISSED) {
    await page.goto(`/practice/${exercise}?rung=1&form=hard&seed=worst`)
    const sent = attemptSent(page)
    await page.getByRole('button', { name: 'I don’t know: show the solution' }).click()
    await sent
  }
  // One that is known.
  const known = variantOf('lstm-C', 1, 'worst')
  await page.goto('/practice/lstm-C?rung=1&form=hard&seed=worst')
  for (const [k, value] of rightValues(known, taskOf(known, 'C')).entries()) {
    await page.locator('#main form').getByRole('textbox').nth(k).fill(value)
  }
  const sent = attemptSent(page)
  await page.locator('#main form').getByRole('button', { name: 'Check' }).click()
  await sent

  // And cards: some that were forgotten at once, among many that nobody has asked yet.
  await openReview(page)
  const forgotten: string[] = []
  for (let n = 0; n < CARDS_MISSED; n++) {
    forgotten.push(plain(await questionText(page)))
    await answerByKeys(page, 1)
    await expect.poll(async () => plain(await questionText(page))).not.toBe(forgotten[n])
  }
  await everythingSent(page, CARDS_MISSED)
  expect(new Set(forgotten).size).toBe(CARDS_MISSED)

  await page.goto('/quiz')
  await page.getByLabel('Number of questions').selectOption('5')
  await page.getByLabel('What I am worst at').check()
  await page.getByRole('button', { name: 'Make the quiz' }).click()
  await page.waitForURL(/\/quiz\/.+/)
  const { questions } = await asker(page.request)<QuizView>('GET', `/quizzes/${page.url().split('/').at(-1)}`)
  const exercises = questions.flatMap((question) => (question.kind === 'computed' ? question.exercise : []))
  expect(exercises.sort()).toEqual([...MISSED].sort())

  await beginQuiz(page)
  const asked = await readQuestions(page, 5)
  const cards = asked.filter((_, n) => questions[n].kind === 'concept')
  expect(cards).toHaveLength(2)
  for (const card of cards) {
    expect(
      forgotten.some((front) => card.includes(front)),
      `${card}\n${forgotten.join('\n')}`,
    ).toBe(true)
  }
})
