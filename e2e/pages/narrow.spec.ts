import { expect, signIn, test } from '../fixtures'
import { choose } from './browser-choices'
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
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 })
        await page.goto(path)
        await expect(page.locator('h1').first()).toBeVisible()
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
