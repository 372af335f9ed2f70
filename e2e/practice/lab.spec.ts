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
