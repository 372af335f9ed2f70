import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, signIn, test } from '../fixtures'
import { answerByKeys, everythingSent, openReview, questionText, serverLog } from '../review/study-page'
import { asker, beginDeck } from './author'

const NOTES = 14
/** Nobody reads a question and recalls its answer faster. */
const PACE_MS = 800
const RIGHT = 'What does the forget gate decide?'

async function seat(browser: Browser, url: string, slug: string, address: string) {
  const context = await browser.newContext({ baseURL: url, extraHTTPHeaders: { 'x-forwarded-for': address } })
  await signIn(context.request, 'guest', { locale: 'en', timeZone: 'Europe/Berlin' })
  const { deckId } = await asker(context.request)<{ deckId: string }>('PUT', `/decks/${slug}/enrolment`, {})
  const page = await context.newPage()
  await openReview(page, `/review?deck=${deckId}`)
  return { context, page, deckId }
}

/** Answers until the corrected card is asked; how many cards that took, and what was asked on the way. */
async function answerUntil(page: Page, wanted: RegExp, most: number): Promise<string[]> {
  const asked: string[] = []
  for (let i = 0; i <= most; i++) {
    const question = await questionText(page)
    asked.push(question)
    if (wanted.test(question)) return asked
    await answerByKeys(page, 4)
    await page.waitForTimeout(PACE_MS)
  }
  return asked
}

const revisionsSeen = async (context: BrowserContext) =>
  (await serverLog(context)).map(({ noteRevision }) => noteRevision).sort()

test('a deck is corrected while two people study it: both have it within five cards, offline on reconnect', async ({
  page: author,
  browser,
  baseURL,
  complaints,
}) => {
  test.setTimeout(120_000)
  complaints.expect(/Failed to load resource/)
  const url = baseURL ?? ''
  const deck = await beginDeck(author, 'Gates, corrected')
  const ids: string[] = []
  for (let i = 1; i <= NOTES; i++) {
    const fields = { en: { front: `Wrong question ${i}`, back: `Answer ${i}` } }
    ids.push(await deck.add(`n${i}`, { fields }))
  }
  await deck.publish('Begun')
  await deck.ask('PATCH', `/decks/${deck.slug}`, { visibility: 'PUBLIC' })

  const ben = await seat(browser, url, deck.slug, '10.44.0.1')
  const carla = await seat(browser, url, deck.slug, '10.44.0.2')
  for (const { page } of [ben, carla]) {
    await answerByKeys(page, 4)
    await answerByKeys(page, 4)
  }
  await everythingSent(ben.page, 2)
  await everythingSent(carla.page, 2)
  await carla.context.setOffline(true)

  // The one on screen, the ones that follow, and two that were answered.
  for (const id of ids) await deck.edit(id, { fields: { en: { front: RIGHT, back: 'What is kept.' } } })
  await deck.publish('Every question was wrong')

  const asked = await answerUntil(ben.page, /forget gate/, 6)
  expect(asked.at(-1)).toContain(RIGHT)
  expect(asked.length - 1, 'cards answered in the old text').toBeLessThanOrEqual(5)
  const before = asked.length - 1
  await answerByKeys(ben.page, 4)
  await everythingSent(ben.page, before + 3)
  const seen = await revisionsSeen(ben.context)
  expect(seen).toEqual([...Array<number>(before + 2).fill(1), 2])

  await answerByKeys(carla.page, 4)
  expect(await questionText(carla.page)).toContain('Wrong question')
  await carla.context.setOffline(false)
  await carla.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => questionText(carla.page), { timeout: 20_000 }).toContain(RIGHT)
  await answerByKeys(carla.page, 4)
  await everythingSent(carla.page, 4)
  expect(await revisionsSeen(carla.context)).toEqual([1, 1, 1, 2])

  await ben.context.close()
  await carla.context.close()
})

test('a card that is taken out while it is on screen says so, and the next one comes', async ({
  page: author,
  browser,
  baseURL,
}) => {
  const deck = await beginDeck(author, 'Gates, shortened')
  const gone = await deck.add('gone', { fields: { en: { front: 'A question to be taken out', back: 'x' } } })
  await deck.add('stays', { fields: { en: { front: 'A question that stays', back: 'y' } } })
  await deck.publish('Begun')
  await deck.ask('PATCH', `/decks/${deck.slug}`, { visibility: 'PUBLIC' })
  const ben = await seat(browser, baseURL ?? '', deck.slug, '10.44.0.3')
  expect(await questionText(ben.page)).toContain('to be taken out')

  await deck.ask('DELETE', `/decks/${deck.slug}/draft/notes/${gone}`)
  await deck.publish('Shorter')
  // Whoever was away for ten minutes and comes back.
  await ben.page.clock.install()
  await ben.page.clock.fastForward('15:00')
  await ben.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => questionText(ben.page), { timeout: 20_000 }).toContain('that stays')
  await expect(ben.page.getByText('was taken out of the deck')).toBeVisible()
  await ben.context.close()
})
