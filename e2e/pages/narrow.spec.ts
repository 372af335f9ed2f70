import { expect, signIn, test } from '../fixtures'
import { choose } from './browser-choices'
import type { StudyPack } from '../../lib/core/study/study-pack'
import { answerByKeys, enterAsGuest, openReview, questionText } from '../review/study-page'
import { GUEST_PAGES, PUBLIC_PAGES } from './pages'

for (const locale of ['en', 'zh'] as const) {
  test(`no page scrolls sideways on a phone, nor at 320 px: ${locale}`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(200_000)
    await choose(context, baseURL ?? '', locale, 'light')
    const wide: string[] = []
    const look = async (path: string) => {
      await page.setViewportSize({ width: 390, height: 700 })
      await page.goto(path)
      await expect(page.locator('h1').first()).toBeVisible()
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 })
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (excess > 0) wide.push(`${path} at ${width}: ${excess} px`)
      }
    }
    for (const path of PUBLIC_PAGES) await look(path)
    await signIn(page.request, 'guest', { locale, timeZone: 'Europe/Berlin' })
    for (const path of GUEST_PAGES) await look(path)
    expect(wide).toEqual([])
  })
}

test('nor does a review, with the formulas that were missed at its end', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 320, height: 700 })
  await enterAsGuest(page)
  // As far as the forward passes, which are wide: all of them new today.
  const pack = (await (await page.request.get('/api/v1/study/pack')).json()) as StudyPack // the route's contract
  await page.request.patch(`/api/v1/study/presets/${pack.presets[0].id}`, {
    data: { newPerDay: 45 },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  await page.reload()
  await expect(page.getByText('45 new')).toBeVisible()
  await openReview(page)
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const missed = new Map<string, number>()
  while (await page.locator('article').isVisible()) {
    const question = await questionText(page)
    expect(await excess(), question).toBe(0)
    const times = missed.get(question) ?? 0
    await answerByKeys(page, times < 2 && question.startsWith('The forward pass') ? 1 : 4)
    missed.set(question, times + 1)
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Missed' })).toBeVisible()
  await expect(page.locator('summary').filter({ hasText: '2 times' }).first()).toBeVisible()
  expect(await excess()).toBe(0)
})
