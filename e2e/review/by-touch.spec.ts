import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../fixtures'
import { enterAsGuest, everythingSent, openReview, questionText, serverLog } from './study-page'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

type Point = { x: number; y: number }

/** A finger, as the browser sees one: only real touch input scrolls and is cancelled. */
async function drag(cdp: CDPSession, from: Point, to: Point): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  for (let step = 1; step <= 8; step++) {
    const at = { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 }
    await new Promise((resolve) => setTimeout(resolve, 20)) // no finger is faster, and the browser knows
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] })
  }
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  // A tap at once after it would be taken for its end.
  await new Promise((resolve) => setTimeout(resolve, 500))
}

async function centre(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox()
  if (!box) throw new Error(`${selector} is not on screen`)
  return { x: box.x + Math.min(box.width, 300) / 2, y: box.y + box.height / 2 }
}

test('a tap shows the answer; a swipe left is Again, right is Good', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  const cdp = await context.newCDPSession(page)
  const first = await questionText(page)
  // Before the answer is shown there is nothing to grade.
  await drag(cdp, { x: 300, y: 400 }, { x: 80, y: 405 })
  expect(await questionText(page)).toBe(first)
  await page.touchscreen.tap(200, 400)
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
  await drag(cdp, { x: 300, y: 500 }, { x: 80, y: 505 })
  await expect.poll(() => questionText(page)).not.toBe(first)
  await page.touchscreen.tap(200, 400)
  await drag(cdp, { x: 80, y: 500 }, { x: 300, y: 505 })
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await everythingSent(page, 2)
  expect((await serverLog(context)).map((event) => event.grade)).toEqual([1, 3])
})

test('up and down scrolls, and a little sideways is nothing', async ({ page, context }) => {
  await enterAsGuest(page)
  await openReview(page)
  const cdp = await context.newCDPSession(page)
  await page.touchscreen.tap(200, 400)
  await drag(cdp, { x: 200, y: 600 }, { x: 150, y: 300 })
  await drag(cdp, { x: 200, y: 500 }, { x: 185, y: 502 })
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
  expect(await serverLog(context)).toHaveLength(0)
})

test('a swipe that starts on a wide formula scrolls the formula', async ({ page, context }) => {
  await page.setViewportSize({ width: 280, height: 700 })
  await enterAsGuest(page)
  await openReview(page)
  const cdp = await context.newCDPSession(page)
  const wide = 'article :is(.formula, .katex-display)[tabindex="0"]'
  for (let card = 0; card < 20; card++) {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
    if (await page.locator(wide).first().isVisible()) break
    await page.keyboard.press('4')
  }
  const from = await centre(page, wide)
  await drag(cdp, from, { x: from.x - 100, y: from.y })
  await expect
    .poll(() =>
      page
        .locator(wide)
        .first()
        .evaluate((box) => box.scrollLeft),
    )
    .toBeGreaterThan(0)
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible()
})

test('swipes can be switched off; the buttons stay', async ({ page, context }) => {
  await enterAsGuest(page)
  const off = await page.request.patch('/api/v1/account', {
    data: { swipes: false },
    headers: { origin: new URL(page.url()).origin },
  })
  expect(off.ok(), await off.text()).toBe(true)
  await openReview(page)
  await page.reload()
  await expect(page.locator('article')).toBeVisible()
  const cdp = await context.newCDPSession(page)
  await page.touchscreen.tap(200, 400)
  await drag(cdp, { x: 300, y: 500 }, { x: 80, y: 505 })
  await page.getByRole('button', { name: /^Easy/ }).tap()
  await everythingSent(page, 1)
  expect((await serverLog(context)).map((event) => event.grade)).toEqual([4])
})

test('what the thumb needs is within its reach and large enough', async ({ page }) => {
  await enterAsGuest(page)
  await openReview(page)
  await page.touchscreen.tap(200, 400)
  for (const grade of ['Again', 'Hard', 'Good', 'Easy']) {
    const box = await page.getByRole('button', { name: new RegExp(`^${grade}`) }).boundingBox()
    if (!box) throw new Error(`${grade} is not on screen`)
    expect(box.y).toBeGreaterThan(844 * 0.75)
    expect(box.height).toBeGreaterThanOrEqual(56)
    expect(box.width).toBeGreaterThanOrEqual(80)
  }
})
