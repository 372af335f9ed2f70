import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '../fixtures'
import { launchServer } from '../launch-server'
import { choose } from '../pages/browser-choices'
import {
  answerByKeys,
  enterAsGuest,
  everythingSent,
  openReview,
  questionText,
  serverLog,
  waitingIds,
} from './study-page'

test('after one visit it opens and reviews without a server, and nothing is lost', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000)
  complaints.expect(/Failed to load resource/)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-offline-'))
  const server = await launchServer({ DATA_DIR: dataDir })
  const context = await browser.newContext({ baseURL: server.url })
  const visit = await context.newPage()
  await enterAsGuest(visit)
  // One visit to Today alone: the worker keeps the review as well.
  await expect
    .poll(() => visit.evaluate(async () => (await (await caches.open('unroll-pages-1')).keys()).length), {
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(2)
  const images = await visit.evaluate(async () => (await (await caches.open('unroll-media-1')).keys()).length)
  expect(images).toBeGreaterThan(0)
  await visit.close()
  await server.stop('SIGKILL')

  const page = await context.newPage()
  await page.clock.install({ time: Date.now() })
  await page.goto('/today')
  await expect(page.getByRole('link', { name: 'Start review' })).toBeVisible()
  await page.getByRole('link', { name: 'Start review' }).click()
  await expect(page.locator('article')).toBeVisible()
  const seen = new Set<string>()
  for (let card = 0; card < 20; card++) {
    seen.add(await questionText(page))
    await answerByKeys(page, 4)
  }
  expect(seen.size).toBe(20)
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  // Among tomorrow's cards is the first with a picture.
  await page.clock.fastForward(24 * 3600 * 1000)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('article')).toBeVisible()
  const picture = page.locator('article img').first()
  let answered = 20
  for (; (await picture.count()) === 0; answered++) await answerByKeys(page, 4)
  const width = () =>
    picture.evaluate((shown) => (shown instanceof HTMLImageElement ? shown.naturalWidth : 0))
  await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(0)
  // Fonts came from the worker too.
  expect(await page.evaluate(async () => (await document.fonts.load('16px KaTeX_Main')).length)).toBe(1)
  await page.close()

  const later = await context.newPage()
  await later.goto('/today')
  await expect(later.getByText(`${answered} answers wait to be sent`)).toBeVisible()
  expect(await waitingIds(later)).toHaveLength(answered)

  // Held back until the button is pressed: it would go out by itself as soon as the server stands.
  const sending = '**/api/v1/events'
  await later.route(sending, (route) => route.abort())
  const again = await launchServer({ DATA_DIR: dataDir, PORT: new URL(server.url).port })
  await later.unroute(sending)
  await later.getByRole('button', { name: 'Send now' }).click()
  await everythingSent(later, answered)
  const log = await serverLog(context)
  expect(log).toHaveLength(answered)
  expect(new Set(log.map((event) => event.cardId)).size).toBe(answered)
  await context.close()
  await again.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('a page that is not kept says so without a network, in the reader’s language, and leads to Today', async ({
  page,
  context,
  complaints,
  baseURL,
}) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED/)
  await choose(context, baseURL ?? '', 'zh', 'dark')
  await enterAsGuest(page)
  const pagesKept = () =>
    page.evaluate(async () => (await (await caches.open('unroll-pages-1')).keys()).length)
  await expect.poll(pagesKept, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
  await context.setOffline(true)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { name: '没有网络' })).toBeVisible()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 26)')
  await page.getByRole('link', { name: '去“今天”' }).click()
  await expect(page.getByRole('link', { name: '开始复习' })).toBeVisible()
  await context.setOffline(false)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
})

test('tomorrow’s and the day after’s cards come without a network', async ({ page, context, complaints }) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED/)
  await page.clock.install({ time: Date.now() })
  await enterAsGuest(page)
  await openReview(page)
  await context.setOffline(true)
  const seen = new Set<string>()
  for (const day of [0, 1, 2]) {
    if (day > 0) {
      await page.clock.fastForward(24 * 3600 * 1000)
      await page.getByRole('button', { name: 'Go on' }).click()
    }
    await expect(page.locator('article')).toBeVisible()
    while (await page.locator('article').isVisible()) {
      seen.add(await questionText(page))
      await answerByKeys(page, 4)
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(60)
  await context.setOffline(false)
})

test('signing out sends what waits and leaves nothing behind', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  await answerByKeys(page, 4)
  await page.goto('/sign-out')
  await expect(page.getByText('You study as a guest.')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out and lose my progress' }).click()
  await page.waitForURL(/\/$/)
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    keys: Object.keys(localStorage),
    media: await (await caches.open('unroll-media-1')).keys().then((keys) => keys.length),
  }))
  expect(left).toEqual({ databases: [], keys: [], media: 0 })
  const response = await context.request.get('/api/v1/study/pack')
  expect(response.status()).toBe(401)
})

test('signing out without a network signs out at the next contact, before anything is shown', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED/)
  await enterAsGuest(page)
  await page.goto('/sign-out')
  const leave = page.getByRole('button', { name: 'Sign out and lose my progress' })
  await expect(leave).toBeEnabled()
  await context.setOffline(true)
  await leave.click()
  await expect(page.getByText('The server cannot be reached.')).toBeVisible()
  await context.setOffline(false)
  // The very first request, and a page of those who are signed in.
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/sign-in\?from=/)
  expect((await context.request.get('/api/v1/study/pack')).status()).toBe(401)
  await enterAsGuest(page)
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('unroll.left')
})

test('signing out says what would be lost', async ({ page, context, complaints }) => {
  complaints.expect(/Failed to load resource/)
  await enterAsGuest(page)
  await openReview(page)
  await context.route('**/api/v1/events', (route) => route.abort('connectionfailed'))
  await answerByKeys(page, 4)
  await answerByKeys(page, 4)
  await page.goto('/sign-out')
  await expect(page.getByText('2 answers have not reached the server yet.')).toBeVisible()
  await context.unroute('**/api/v1/events')
  await page.getByRole('button', { name: 'Try to send' }).click()
  await expect.poll(async () => (await serverLog(context)).length).toBe(2)
  await expect(page.getByText('2 answers have not reached the server yet.')).toHaveCount(0)
})
