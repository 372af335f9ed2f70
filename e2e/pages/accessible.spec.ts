import type { Page } from '@playwright/test'
import type { Theme } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import { expect, listAccessibilityProblems, signIn, test } from '../fixtures'
import { choose, listenForViolations } from './browser-choices'
import { GUEST_PAGES, PUBLIC_PAGES } from './pages'
import { launchPeopledHouse, PASSWORD } from './peopled-house'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 860 }

/** What nothing may be wider than: the phones of most people, and what 1280 px are at 400 %. */
const NARROW = [390, 320]

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
  test(`axe finds nothing, no policy is violated and nothing scrolls sideways: ${locale}, ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(400_000)
    const violations = await listenForViolations(context)
    await choose(context, baseURL ?? '', locale, theme)
    const chosen = { locale, theme, sizes }
    const problems = await walk(page, PUBLIC_PAGES, chosen)
    await signIn(page.request, 'guest', { locale, timeZone: 'Europe/Berlin' })
    Object.assign(
      problems,
      await walk(page, isFull ? [...GUEST_PAGES, '/decks/rnn-lstm-gru'] : GUEST_PAGES, chosen),
    )
    expect(problems).toEqual({})
    expect(violations).toEqual([])
  })
}

type Chosen = { locale: Locale; theme: Theme; sizes: { width: number; height: number }[] }

/** What axe finds, by page and width. */
async function walk(page: Page, paths: string[], { locale, theme, sizes }: Chosen) {
  const problems: Record<string, string[]> = {}
  for (const path of paths) {
    for (const size of sizes) {
      await page.setViewportSize(size)
      await page.goto(path)
      await expect(page.locator('h1').first()).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-CN' : 'en')
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const found = await listAccessibilityProblems(page)
      for (const width of [size.width, ...NARROW]) {
        await page.setViewportSize({ ...size, width })
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (wide > 0) found.push(`scrolls sideways by ${wide} px at ${width}`)
      }
      if (found.length > 0) problems[`${path} at ${size.width}`] = found
    }
  }
  return problems
}

test.describe('where there are people', () => {
  let house: Awaited<ReturnType<typeof launchPeopledHouse>>
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    house = await launchPeopledHouse()
  })
  test.afterAll(() => house.stop())

  for (const { locale, theme, sizes } of combinations) {
    test(`axe finds nothing on classes, sharing and administration: ${locale}, ${theme}`, async ({
      browser,
      address,
    }) => {
      test.setTimeout(400_000)
      for (const who of ['visitor', 'learner', 'teacher'] as const) {
        const context = await browser.newContext({
          baseURL: house.url,
          extraHTTPHeaders: { 'x-forwarded-for': address },
        })
        const violations = await listenForViolations(context)
        await choose(context, house.url, locale, theme)
        if (who !== 'visitor') {
          await signIn(context.request, 'password', { email: `${who}@example.org`, password: PASSWORD })
          const settings = { data: { locale, theme }, headers: { 'sec-fetch-site': 'same-origin' } }
          expect((await context.request.patch('/api/v1/account', settings)).ok()).toBe(true)
        }
        const page = await context.newPage()
        expect(await walk(page, house.pages[who], { locale, theme, sizes }), who).toEqual({})
        expect(violations).toEqual([])
        await context.close()
      }
    })
  }
})

test('what is not there is said, in a page that axe accepts', async ({ page, complaints }) => {
  complaints.expect(/404/)
  const answer = await page.goto('/decks/no-such-deck')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing here')
  expect(await listAccessibilityProblems(page)).toEqual([])
})
