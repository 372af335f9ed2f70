import { expect, test } from '../fixtures'

test('a real card is revealed and graded in place', async ({ page }) => {
  await page.goto('/')
  const card = page.getByRole('region', { name: 'A card from the deck' })
  await card.getByRole('button', { name: 'Show answer' }).click()
  await expect(card.getByRole('button', { name: 'Again 1 min' })).toBeVisible()
  await card.getByRole('button', { name: 'Good 10 min' }).click()
  await expect(card.getByRole('status')).toContainText('Good: this card would come back in 10 min.')
  await card.getByRole('button', { name: 'Another card' }).click()
  await expect(card.getByRole('button', { name: 'Show answer' })).toBeVisible()
})

test('a real cell follows its inputs', async ({ page }) => {
  await page.goto('/')
  const cellState = page.getByRole('row').filter({ hasText: '0.79·0.80' })
  await expect(cellState).toContainText('1.14')
  await page.getByRole('slider', { name: 'cell state before' }).fill('0')
  // The old state was zero, so only what is written remains: 0.72 · 0.71.
  await expect(page.getByRole('row').filter({ hasText: '0.79·0.00' })).toContainText('0.51')
  await page.getByRole('button', { name: 'First numbers again' }).click()
  await expect(cellState).toContainText('1.14')
})

test('the language switches in place and is remembered', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: '切换到中文' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('循环单元：记得牢，也算得出')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.goto('/decks')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('牌组')
})

test.describe('a browser that asks for Chinese', () => {
  test.use({ locale: 'zh-TW' })
  test('is answered in Chinese', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('button', { name: '以访客身份开始' })).toBeVisible()
    await expect(page).toHaveTitle('Unroll')
  })
})
