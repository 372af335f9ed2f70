import type { Page } from '@playwright/test'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { exerciseOfShowing, findExerciseCard, showingSeed } from '../../lib/core/exercises/exercise-card'
import { expect, test } from '../fixtures'
import { rightValues, taskOf } from '../practice/worked-answers'
import { everythingSent, serverLog } from './study-page'

const DAY_MS = 24 * 3600 * 1000
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }

/** The numbers that stand in the question, as a learner would copy them. */
const numbersOf = (page: Page) =>
  page.getByRole('region', { name: 'Question' }).getByRole('group', { name: 'Given' }).innerText()

/** What the worker has stored for a visit without a network. */
const keptOffline = (page: Page) =>
  page.evaluate(async () => ({
    review: (await (await caches.open('unroll-pages-1')).match('/review')) !== undefined,
    exercises: (await (await caches.open('unroll-used-1')).keys()).length > 0,
  }))

async function answerRight(page: Page, values: string[]): Promise<void> {
  const boxes = page.getByRole('region', { name: 'Question' }).getByRole('textbox')
  for (const [k, value] of values.entries()) await boxes.nth(k).fill(value)
  await page.keyboard.press('Enter')
  await expect(page.getByText('All right.')).toBeVisible()
}

test('an exercise card keeps its numbers through a reload and undo, and has others the next day', async ({
  guest: page,
  context,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED/)
  await page.request.put('/api/v1/decks/gates-by-hand/enrolment', { data: {}, headers: OWN_PAGE })
  const pack = (await (await page.request.get('/api/v1/study/pack')).json()) as StudyPack // the route's contract
  const deck = pack.decks.find(({ slug }) => slug === 'gates-by-hand')
  const first = pack.cards
    .filter(({ deckId }) => deckId === deck?.id)
    .sort((a, b) => a.position - b.position)[0]
  const card = findExerciseCard(first.exercise)
  if (card === null) throw new Error('the deck is of exercises')
  const rightAfter = (after: string | null) => {
    const exercise = exerciseOfShowing(card, showingSeed(pack.learner.id, first.id, after))
    return rightValues(exercise, taskOf(exercise, 'a'))
  }

  await page.goto(`/review?deck=${deck?.id}`)
  const monday = await numbersOf(page)
  await page.reload()
  await expect.poll(() => numbersOf(page)).toBe(monday)
  await answerRight(page, rightAfter(null))
  await page.keyboard.press('4')
  await expect.poll(() => numbersOf(page)).not.toBe(monday)
  await page.getByRole('button', { name: 'Undo' }).click() // the next card's box has the focus, and takes letters for itself
  await expect.poll(() => numbersOf(page)).toBe(monday)
  // What was worked is still there; one key takes the proposed grade.
  await expect(page.getByText('All right.')).toBeVisible()
  await page.keyboard.press('3')
  await everythingSent(page, 3)
  const [answered] = (await serverLog(context)).slice(-1)
  expect(answered).toMatchObject({ kind: 'ANSWER', cardId: first.id, grade: 3 })

  // The next study day comes without a network: the step of ten minutes is over, so this card is asked first.
  await expect.poll(() => keptOffline(page)).toEqual({ review: true, exercises: true })
  await context.setOffline(true)
  await page.clock.install({ time: Date.now() + DAY_MS })
  await page.reload()
  await expect.poll(() => numbersOf(page)).not.toBe(monday)
  await answerRight(page, rightAfter(answered.id))
  const tuesday = await numbersOf(page)
  await context.setOffline(false)

  await page.keyboard.press('i')
  await page
    .getByRole('dialog', { name: 'Card info' })
    .getByRole('link', { name: 'Its numbers' })
    .last()
    .click()
  await expect(page).toHaveURL(/\/practice\/attempts\//)
  const shown = page.getByRole('group', { name: 'Given' })
  await expect(shown).toBeVisible()
  expect(await shown.innerText()).toBe(monday)
  expect(monday).not.toBe(tuesday)
  await expect(page.getByText('All right.')).toBeVisible()
})
