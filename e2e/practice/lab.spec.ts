import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures'

const numbersOf = (page: Page) => page.locator('td.heat').allInnerTexts()

test('a lab link gives the same screen to anybody, in the other language', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/lab?cell=gru&seed=link&T=4')
  await page.getByText('The numbers', { exact: true }).click()
  const weight = page.getByRole('textbox', { name: 'W_z, row 1, column 1' })
  await weight.fill('0,75')
  await page.getByRole('button', { name: 'Step on' }).click()
  await expect(page).toHaveURL(/t=2/)
  await expect(page).toHaveURL(({ searchParams }) => searchParams.get('set') === 'W_z.0.0~0.75')
  const shown = await numbersOf(page)
  expect(shown.length).toBeGreaterThan(12)

  const other = await browser.newContext({ locale: 'zh-CN', baseURL })
  const visitor = await other.newPage()
  await visitor.goto(page.url())
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('把一个单元拆开看')
  expect(await numbersOf(visitor)).toEqual(shown)
  await other.close()
})

test('numbers follow a key, and a held gate keeps everything', async ({ page }) => {
  await page.goto('/lab?cell=lstm&seed=hold')
  const before = await numbersOf(page)
  await page.getByText('The numbers', { exact: true }).click()
  await page.getByRole('textbox', { name: 'b_f, entry 1' }).fill('3')
  expect(await numbersOf(page)).not.toEqual(before)
  await page.getByRole('button', { name: /^forget gate f_t$/ }).click()
  await page.getByRole('button', { name: 'at 1' }).click()
  await expect(page.locator('td.heat').first()).toHaveText('1')
  await expect(page.getByText('forget gate is held at 1.')).toBeVisible()
})

test('the parts are walked by arrow keys in the order of computation', async ({ page }) => {
  await page.goto('/lab?cell=lstm&seed=walk')
  const first = page
    .getByRole('group', { name: /order of computation/ })
    .getByRole('button')
    .first()
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { level: 2, name: 'hidden state' })).toBeVisible()
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
})

test('a visitor is walked through each cell with its own numbers', async ({ page }) => {
  for (const cell of ['rnn', 'jordan', 'lstm', 'gru']) {
    await page.goto(`/lab?cell=${cell}&seed=guide`)
    await page.getByRole('button', { name: 'Walk me through this cell' }).click()
    const next = page.getByRole('button', { name: 'Next', exact: true })
    let steps = 1
    while (await next.isEnabled()) {
      await next.click()
      steps += 1
    }
    expect(steps).toBeGreaterThanOrEqual(6)
    expect(steps).toBeLessThanOrEqual(10)
  }
})

test('a guess in the lab is judged by the exercises’ checker', async ({ page }) => {
  await page.goto('/lab?cell=lstm&seed=guess&H=1&I=1&part=f')
  const value = await page.getByTestId('with-numbers').locator('b').innerText()
  await page.getByText('Predict, then look', { exact: true }).click()
  await page.getByRole('button', { name: 'Hide the numbers and ask me' }).click()
  await page.getByRole('textbox', { name: 'f_t, component 1' }).fill(value)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Correct (within ±0.005).')).toBeVisible()
})

test('a link that asks for the impossible says what was left out', async ({ page }) => {
  await page.goto('/lab?cell=lstm&H=99&part=nothing')
  await expect(page.getByText(/left out: H, part/)).toBeVisible()
})

test('it opens again without a network, at the numbers of its address', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|ERR_INTERNET_DISCONNECTED/)
  await page.goto('/lab?cell=lstm&seed=train')
  await expect.poll(() => isKept(page, '/lab')).toBe(true)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'GRU', exact: true }).click()
  await page.getByRole('button', { name: 'New numbers' }).click()
  await expect(page).toHaveURL(/cell=gru/)
  const shown = await numbersOf(page)
  await page.reload()
  await expect.poll(() => numbersOf(page)).toEqual(shown)
  await expect(page).toHaveURL(/cell=gru/)
  // Formulas that the page did not come with are set all the same.
  await expect(page.locator('.katex').first()).toBeVisible()
  await page.getByRole('button', { name: 'Jordan', exact: false }).first().click()
  await expect(page.locator('section .katex').first()).toBeVisible()
})

const isKept = (page: Page, path: string) =>
  page.evaluate(
    async (key) =>
      (await (await caches.open('unroll-pages-1')).match(key)) !== undefined &&
      (await (await caches.open('unroll-used-1')).keys()).length > 0,
    path,
  )

for (const width of [390, 1280]) {
  test(`everything in it is done by keyboard at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    await page.goto('/lab?cell=lstm&seed=keys&T=3')
    const { keyboard } = page
    const press = async (name: string | RegExp, key = 'Enter', role: 'button' | 'textbox' = 'button') => {
      await page.getByRole(role, { name }).first().focus()
      await keyboard.press(key)
    }
    const part = (name: string) =>
      expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()

    await page.getByLabel('steps T').focus()
    await keyboard.press('ArrowUp')
    await expect(page).toHaveURL(/T=4/)
    await keyboard.press('Backspace')
    await keyboard.type('5')
    await expect(page).toHaveURL(/T=5/)
    await press('New numbers')
    await expect(page).not.toHaveURL(/seed=keys/)

    await page
      .getByRole('group', { name: /order of computation/ })
      .locator('[tabindex="0"]')
      .focus()
    await keyboard.press('Home')
    await part('forget gate before σ')
    for (let n = 0; n < 4; n++) await keyboard.press('ArrowRight')
    await part('forget gate')
    await press('at 1', 'Space')
    await expect(page.getByText('forget gate is held at 1.')).toBeVisible()
    await press('free', 'Space')
    await press('Fold the products')
    await expect(page.getByRole('button', { name: 'Show every product' })).toBeVisible()

    await press('Step on')
    await expect(page).toHaveURL(/t=2/)
    await page.getByRole('slider').focus()
    await keyboard.press('End')
    await expect(page).toHaveURL(/t=5/)
    await press('Play')
    await press('Pause')

    await press('Walk me through this cell')
    await press('Next')
    await press('Close')

    const fold = async (title: string) => {
      await page.locator('summary', { hasText: title }).focus()
      await keyboard.press('Enter')
    }
    await fold('The numbers')
    await page.getByRole('textbox', { name: 'b_f, entry 1' }).focus()
    await keyboard.type('1/2')
    await expect(page).toHaveURL(/b_f\.0(~|%7E)0\.5/)
    await press('Undo the edits')
    await expect(page).not.toHaveURL(/b_f/)
    await fold('Side by side')
    await expect(page.getByRole('table', { name: 'Hidden state after each step' })).toBeVisible()
    await fold('What still reaches back')
    await expect(page.getByText(/^Over 5 steps/).first()).toBeVisible()
    await fold('Conventions')
    await page.getByLabel('Peepholes').first().focus()
    await keyboard.press('Space')

    await press('Copy')
    await keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Link', exact: true })).toBeFocused()
    await keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Copy', exact: true })).toBeFocused()

    await fold('Predict, then look')
    await press('Hide the numbers and ask me')
    await page.getByRole('textbox', { name: /component 1/ }).focus()
    await keyboard.type('9')
    await keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
    await expect(page.locator('form [role="status"]')).not.toBeEmpty()
    await press('Show the numbers')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
}
