import type { CDPSession, Page } from '@playwright/test'
import { expect, listAccessibilityProblems, test } from '../fixtures'
import { answerByKeys, enterAsGuest, openReview, questionText } from './study-page'

type Node = { role: string; name: string; description: string; live: string | null; ignored: boolean }

/** What Chromium tells a screen reader: its own accessibility tree, not the page's markup. */
async function accessibilityTree(cdp: CDPSession): Promise<Node[]> {
  await cdp.send('Accessibility.enable')
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  return nodes.map((node) => ({
    role: String(node.role?.value ?? ''),
    name: String(node.name?.value ?? '').trim(),
    description: String(node.description?.value ?? ''),
    live: (node.properties?.find(({ name }) => name === 'live')?.value.value as string | undefined) ?? null,
    ignored: node.ignored,
  }))
}

const GRADES_EN = [
  /^Again ?, comes back in 1 min/,
  /^Hard ?, comes back in 6 min/,
  /^Good ?, comes back in 10 min/,
  /^Easy ?, comes back in \d+ d/,
]
const GRADES_ZH = [
  /^忘了 ?， ?1 分钟 ?后再见/,
  /^吃力 ?， ?6 分钟 ?后再见/,
  /^记得 ?， ?10 分钟 ?后再见/,
  /^轻松 ?， ?\d+ 天 ?后再见/,
]

const seen = (nodes: Node[]) => nodes.filter(({ ignored }) => !ignored)
const textOf = (nodes: Node[]) =>
  seen(nodes)
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')

for (const [locale, words] of [
  [
    'en-GB',
    { answer: 'Answer', show: 'Show answer', left: /19 more cards after this one/, grades: GRADES_EN },
  ],
  ['zh-CN', { answer: '答案', show: '显示答案', left: /之后还有 19 张/, grades: GRADES_ZH }],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale })
    test('the answer, what is left and each grade with its interval are told', async ({ page }) => {
      await enterAsGuest(page)
      await openReview(page)
      const cdp = await page.context().newCDPSession(page)

      const before = await accessibilityTree(cdp)
      expect(textOf(before)).toMatch(words.left)
      expect(seen(before).map(({ role, name }) => `${role} ${name}`)).toContain(`button ${words.show}`)
      expect(seen(before).some(({ role, live }) => role === 'status' && live === 'polite')).toBe(true)

      await page.keyboard.press('Space')
      const answer = page.getByRole('region', { name: words.answer })
      await expect(answer).toBeFocused()
      const after = await accessibilityTree(cdp)
      expect(seen(after).some(({ role, name }) => role === 'region' && name === words.answer)).toBe(true)
      const answered = (await answer.locator('.card-side').innerText()).split(/\s/)[0]
      expect(textOf(after)).toContain(answered)
      const buttons = seen(after)
        .filter(({ role }) => role === 'button')
        .map(({ name }) => name)
      for (const grade of words.grades)
        expect(
          buttons.some((name) => grade.test(name)),
          String(grade),
        ).toBe(true)
    })
  })
}

test('formulas are told as mathematics', async ({ page }) => {
  await enterAsGuest(page)
  await openReview(page)
  await answerByKeys(page, 4)
  const cdp = await page.context().newCDPSession(page)
  const roles = seen(await accessibilityTree(cdp)).map(({ role }) => role)
  expect(roles).toContain('MathMLMath')
})

test('a wide formula can be reached and scrolled by keys', async ({ page }) => {
  await page.setViewportSize({ width: 280, height: 640 })
  await enterAsGuest(page)
  await openReview(page)
  for (let card = 0; card < 20; card++) {
    await page.keyboard.press('Enter')
    const wide = page.locator('article :is(.formula, .katex-display)[tabindex="0"]').first()
    if (await wide.isVisible()) {
      await wide.focus()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => wide.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280)
      return
    }
    await page.keyboard.press('4')
  }
  throw new Error('no card of the first day has a wide formula')
})

async function everyView(page: Page, problems: Record<string, string[]>, name: string) {
  const look = async (view: string) => {
    const found = await listAccessibilityProblems(page)
    if (found.length > 0) problems[`${name} ${view}`] = found
  }
  await page.goto('/today')
  await expect(page.locator('table')).toBeVisible()
  await look('today')
  await page.goto('/review')
  await expect(page.locator('article')).toBeVisible()
  await look('question')
  await page.keyboard.press('Enter')
  await look('answer')
  await page.keyboard.press('3')
  await page.keyboard.press('z')
  await page.keyboard.press('i')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('card info')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('help')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(more|更多)$/i }).click()
  await look('menu')
  await page.keyboard.press('Escape')
  await page.getByRole('region', { name: /^(question|问题)$/i }).focus()
  await expect(page.locator('article')).toBeVisible()
  for (let card = 0; card < 40 && (await page.locator('article').isVisible()); card++) {
    await questionText(page)
    await answerByKeys(page, card === 0 ? 1 : 4)
  }
  await look('summary')
  await page.goto('/sign-out')
  await look('sign-out')
}

// The two that pages/accessible.spec.ts does not take; all four in the full run.
const isFull = Boolean(process.env.UNROLL_FULL)
for (const colorScheme of ['light', 'dark'] as const)
  for (const locale of isFull ? (['en-GB', 'zh-CN'] as const) : [colorScheme === 'dark' ? 'en-GB' : 'zh-CN'])
    test.describe(`${colorScheme}, ${locale}`, () => {
      test.use({ colorScheme, locale, viewport: { width: 390, height: 844 } })
      test('axe finds nothing on any view of the review', async ({ page }) => {
        test.setTimeout(120_000)
        await enterAsGuest(page)
        const problems: Record<string, string[]> = {}
        await everyView(page, problems, '')
        expect(problems).toEqual({})
      })
    })
