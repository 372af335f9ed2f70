import { expect, test } from '../fixtures'
import { answerByKeys } from './study-page'

test('the first pack comes with the page, asked for once', async ({ guest: page }) => {
  for (const path of ['/today', '/review']) {
    const asked: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/v1/study/pack') asked.push(request.resourceType())
    })
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(asked, path).toHaveLength(1)
    page.removeAllListeners('request')
  }
})

test('nothing moves under the thumb while a page comes in', async ({ guest: page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(() => {
    Reflect.set(window, 'moved', 0)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, 'moved', Reflect.get(window, 'moved') + Number(Reflect.get(entry, 'value')))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of ['/', '/today', '/review', '/decks', '/lab', '/practice', '/settings']) {
    await page.goto(path)
    await page.waitForLoadState('networkidle')
    const moved = await page.evaluate(() => Number(Reflect.get(window, 'moved')))
    expect(moved, path).toBeLessThanOrEqual(0.1)
  }
})

test('a review loads no code that sets formulas', async ({ guest: page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  await page.goto('/review')
  await page.waitForLoadState('networkidle')
  for (let card = 0; card < 12 && (await page.locator('article .katex').count()) === 0; card++)
    await answerByKeys(page, 4)
  await expect(page.locator('article .katex').first()).toBeAttached()
  const loaded = await Promise.all(scripts)
  expect(loaded.length).toBeGreaterThan(5)
  expect(loaded.filter((code) => code.includes('KaTeX parse error'))).toEqual([])
})
