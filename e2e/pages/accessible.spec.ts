import { expect, listAccessibilityProblems, signIn, test } from '../fixtures'
import { choose, listenForViolations } from './browser-choices'
import { GUEST_PAGES, PUBLIC_PAGES } from './pages'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 860 }

// Each language and each theme is seen; all four pairs at both widths in the full run.
const isFull = Boolean(process.env.UNROLL_FULL)
const both = [PHONE, DESK]
const combinations = [
  { locale: 'en', theme: 'light', sizes: isFull ? both : [PHONE] },
  { locale: 'zh', theme: 'dark', sizes: isFull ? both : [DESK] },
  ...(isFull
    ? ([
        { locale: 'zh', theme: 'light', sizes: both },
        { locale: 'en', theme: 'dark', sizes: both },
      ] as const)
    : []),
] as const

for (const { locale, theme, sizes } of combinations) {
  test(`axe finds nothing, and no policy is violated: ${locale}, ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(400_000)
    const violations = await listenForViolations(context)
    await choose(context, baseURL ?? '', locale, theme)
    const problems: Record<string, string[]> = {}
    const look = async (path: string) => {
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.goto(path)
        await expect(page.locator('h1').first()).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-CN' : 'en')
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        const found = await listAccessibilityProblems(page)
        if (found.length > 0) problems[`${path} at ${size.width}`] = found
      }
    }
    for (const path of PUBLIC_PAGES) await look(path)
    await signIn(page.request, 'guest', { locale, timeZone: 'Europe/Berlin' })
    for (const path of GUEST_PAGES) await look(path)
    expect(problems).toEqual({})
    expect(violations).toEqual([])
  })
}

test('what is not there is said, in a page that axe accepts', async ({ page, complaints }) => {
  complaints.expect(/404/)
  const answer = await page.goto('/decks/no-such-deck')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing here')
  expect(await listAccessibilityProblems(page)).toEqual([])
})
