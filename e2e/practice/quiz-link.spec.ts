import type { Browser } from '@playwright/test'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { asker, beginDeck } from '../authoring/author'
import { expect, listAccessibilityProblems, test } from '../fixtures'
import { beginQuiz, makeQuiz, questionHeading, readQuestions } from './quiz-page'

/** Somebody else, in a browser of their own, who has nothing but a link. */
async function friendWith(browser: Browser, baseURL: string | undefined, address: string, link: string) {
  const context = await browser.newContext({ baseURL, extraHTTPHeaders: { 'x-forwarded-for': address } })
  const page = await context.newPage()
  await page.goto(`/quiz/${link}`)
  await page.getByRole('button', { name: /study as a guest/i }).click()
  await page.waitForURL(`**/quiz/${link}`)
  return page
}

test('a friend who opens the link is asked the same questions with the same numbers', async ({
  guest: page,
  browser,
  baseURL,
  address,
}) => {
  test.setTimeout(120_000)
  const { link, quiz } = await makeQuiz(page, {
    title: 'For a friend',
    cells: ['lstm', 'gru'],
    skills: ['gates', 'judgement', 'concepts'],
    count: 8,
  })
  const count = quiz.questions.length
  expect(new Set(quiz.questions.map(({ kind }) => kind))).toEqual(new Set(['computed', 'concept']))
  await page.goto(`/quiz/${link}`)
  await beginQuiz(page)
  const mine = await readQuestions(page, count)

  const friend = await friendWith(browser, baseURL, address, link)
  await expect(friend.getByRole('heading', { level: 1 })).toHaveText('For a friend')
  await expect(friend.getByText('left out')).toBeHidden()
  await beginQuiz(friend)
  expect(await readQuestions(friend, count)).toEqual(mine)
  expect(new Set(mine).size).toBe(count)

  // What one of them does is not the other's.
  await friend.getByRole('button', { name: 'Finish' }).click()
  await expect(friend.getByRole('heading', { name: 'Result' })).toBeVisible()
  await page.reload()
  await expect(questionHeading(page)).toHaveText(`Question ${count} of ${count}`)
  await friend.context().close()
})

test('of a quiz about a deck that they may not read, a friend is asked the rest, and told so', async ({
  page,
  browser,
  baseURL,
  address,
}) => {
  test.setTimeout(120_000)
  const deck = await beginDeck(page, 'Only mine')
  for (const n of [1, 2, 3, 4]) {
    const side = { front: `Secret question ${n}`, back: `answer ${n}` }
    await deck.add(`secret-${n}`, { fields: { en: side, zh: side } })
  }
  await deck.publish('Four questions, so that one of four can be asked')
  const ask = asker(page.request)
  // So that the cards of the quiz are of this deck alone.
  const { decks } = await ask<StudyPack>('GET', '/study/pack')
  for (const { slug } of decks) if (slug !== deck.slug) await ask('DELETE', `/decks/${slug}/enrolment`)
  await ask('PUT', `/decks/${deck.slug}/enrolment`, {})
  const { link, quiz } = await makeQuiz(page, { skills: ['gates', 'concepts'], count: 6 })
  const cards = quiz.questions.filter(({ kind }) => kind === 'concept')
  expect(cards).toHaveLength(3)

  await page.goto(`/quiz/${link}`)
  await beginQuiz(page)
  const mine = await readQuestions(page, 6)
  expect(mine.filter((question) => question.includes('Secret question'))).toHaveLength(3)

  const friend = await friendWith(browser, baseURL, address, link)
  await expect(friend.getByText('3 questions are left out')).toBeVisible()
  expect(await friend.content()).not.toContain('Secret question')
  expect(await listAccessibilityProblems(friend)).toEqual([])
  await beginQuiz(friend)
  const numbersOf = (question: string) => question.replace(/^Question \d of \d /, '').replace(/ Back .*$/, '')
  expect((await readQuestions(friend, 3)).map(numbersOf)).toEqual(
    mine.filter((question) => !question.includes('Secret question')).map(numbersOf),
  )
  await friend.getByRole('button', { name: 'Finish' }).click()
  await expect(friend.getByText('0 of 3 (0%)')).toBeVisible()
  await friend.context().close()
})
