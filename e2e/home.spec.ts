import { expect, listAccessibilityProblems, test } from './fixtures'

test('a visitor studies as a guest with one press, without a form', async ({ page }) => {
  await page.goto('/')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Study as a guest' }).first().click()
  await expect(page).toHaveURL(/\/today$/)
})
