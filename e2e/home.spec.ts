import { expect, listAccessibilityProblems, test } from './fixtures'

test('a visitor studies as a guest with one press, without a form', async ({ page }) => {
  await page.goto('/')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Study as a guest' }).first().click()
  await expect(page).toHaveURL(/\/today$/)
})

test('a browser that asks for an icon before the page has named one finds it', async ({ request }) => {
  const icon = await request.get('/favicon.ico')
  expect(icon.status()).toBe(200)
  expect(icon.headers()['content-type']).toContain('image/')
})
