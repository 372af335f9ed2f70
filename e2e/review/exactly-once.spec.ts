import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { launchServer } from '../launch-server'
import {
  answerByKeys,
  enterAsGuest,
  everythingSent,
  openReview,
  questionText,
  serverLog,
  waitingIds,
} from './study-page'

/** Every id that the page ever sent, as often as it sent it. */
function watchSent(page: Page): string[] {
  const sent: string[] = []
  page.context().on('request', (request) => {
    if (!request.url().endsWith('/api/v1/events')) return
    const batch = JSON.parse(request.postData() ?? '{}') as { events: { id: string }[] }
    sent.push(...batch.events.map((event) => event.id))
  })
  return sent
}

test('a press that is doubled answers once', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  await page.keyboard.press('Enter')
  await Promise.all([page.keyboard.press('3'), page.keyboard.press('3'), page.keyboard.press('3')])
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  // Space shows the answer; Space again at once was meant for the first.
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible()
  await everythingSent(page, 1)
  expect(await serverLog(context)).toHaveLength(1)
})

test('a reply that is lost is asked for again, and stored once', async ({ page, context, complaints }) => {
  complaints.expect(/Failed to load resource/)
  await enterAsGuest(page)
  const sent = watchSent(page)
  let lost = 0
  await context.route('**/api/v1/events', async (route) => {
    if (lost++ > 2) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await openReview(page)
  for (let card = 0; card < 4; card++) await answerByKeys(page, 4)
  await expect(page.getByText(/not sent yet/)).toBeVisible()
  await everythingSent(page, 4)
  const log = await serverLog(context)
  expect(log).toHaveLength(4)
  expect(sent.length).toBeGreaterThan(4)
  expect(new Set(sent).size).toBe(4)
})

test('a tab that is closed in the moment of the answer loses nothing', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/Failed to load resource/)
  await enterAsGuest(page)
  await openReview(page)
  await context.route('**/api/v1/events', (route) => route.abort('connectionfailed'))
  await answerByKeys(page, 3)
  await answerByKeys(page, 4)
  await page.close()
  await context.unroute('**/api/v1/events')
  const again = await context.newPage()
  await again.goto('/today')
  await expect(again.getByText('2 answers today')).toBeVisible()
  await everythingSent(again, 2)
  expect(await serverLog(context)).toHaveLength(2)
})

test('two tabs show one state and send each answer once', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  const other = await context.newPage()
  await openReview(other)
  const sent = watchSent(page)
  const first = await questionText(page)
  expect(await questionText(other)).toBe(first)
  await page.bringToFront()
  await answerByKeys(page, 4)
  // The other tab learns that its card was answered, and goes on to the one that this tab now shows.
  await expect(other.getByText('That card was answered in another tab.')).toBeAttached()
  await expect.poll(() => questionText(other)).toBe(await questionText(page))
  for (let card = 0; card < 6; card++) {
    await answerByKeys(card % 2 === 0 ? other : page, 4)
    const shown = await questionText(card % 2 === 0 ? other : page)
    await expect.poll(() => questionText(card % 2 === 0 ? page : other)).toBe(shown)
  }
  await everythingSent(page, 7)
  const log = await serverLog(context)
  expect(new Set(sent).size).toBe(log.length)
  expect(log.filter((event) => event.kind === 'ANSWER')).toHaveLength(7)
})

test('two tabs that answer one showing at once: one counts, and the learner is told', async ({
  page,
  context,
}) => {
  await enterAsGuest(page)
  await openReview(page)
  const other = await context.newPage()
  await openReview(other)
  // As two devices: the other tab hears nothing of this one.
  await other.evaluate(() =>
    Object.defineProperty(BroadcastChannel.prototype, 'postMessage', { value: () => {} }),
  )
  await page.evaluate(() =>
    Object.defineProperty(BroadcastChannel.prototype, 'postMessage', { value: () => {} }),
  )
  await answerByKeys(page, 4)
  await answerByKeys(other, 1)
  await everythingSent(other, 2)
  // Whichever tab sent it was told.
  const told = async () =>
    (
      await Promise.all([page, other].map((tab) => tab.getByText(/that answer counts, this one/).count()))
    ).flat()
  await expect.poll(told, { timeout: 15_000 }).toContain(1)
  expect(await serverLog(context)).toHaveLength(2)
})

test('a server that is killed and started again', async ({ browser, complaints }) => {
  test.setTimeout(120_000)
  complaints.expect(/Failed to load resource/)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-restart-'))
  let server = await launchServer({ DATA_DIR: dataDir })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await enterAsGuest(page)
  await openReview(page)
  for (let card = 0; card < 3; card++) await answerByKeys(page, 4)
  await server.stop('SIGKILL')
  for (let card = 0; card < 3; card++) await answerByKeys(page, 4)
  // Some of the first three may have been on their way when it died.
  await expect(page.getByText(/[3-6] not sent yet/)).toBeVisible()
  expect((await waitingIds(page)).length).toBeGreaterThanOrEqual(3)
  server = await launchServer({ DATA_DIR: dataDir, PORT: new URL(server.url).port })
  await everythingSent(page, 6)
  expect(await serverLog(context)).toHaveLength(6)
  await context.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
