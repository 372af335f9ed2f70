import { expect, listAccessibilityProblems, test } from '../fixtures'
import { newPerson, signUpByForm } from '../pages/people-for-tests'

test('an exercise goes into one’s own deck with one press, and is due there', async ({ page }) => {
  await signUpByForm(page, newPerson())
  await page.waitForURL('**/today')
  await page.goto('/practice/lstm-C?rung=2&form=hard')
  await page.getByRole('button', { name: 'Add to a deck of mine' }).click()
  await expect(page.getByText('In “My exercises”')).toBeVisible()
  await page.getByRole('button', { name: 'Add to “My exercises”' }).click()
  await expect(page.getByText('“My exercises” asks it already.')).toBeVisible()

  // Another form of it is another card; taking that one back leaves the first.
  await page.getByLabel('How to answer').selectOption('stepwise')
  await page.getByRole('button', { name: 'Add to “My exercises”' }).click()
  await expect(page.getByText('In “My exercises”')).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await page.getByLabel('How to answer').selectOption('hard')

  await page.getByRole('button', { name: 'Another deck' }).click()
  await page.getByRole('button', { name: 'A new deck' }).click()
  await page.getByRole('link', { name: 'Open the deck' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My exercises 2' })).toBeVisible()
  await page.getByRole('link', { name: 'Study now' }).click()
  const question = page.getByRole('region', { name: 'Question' })
  await expect(question.getByRole('textbox')).toHaveCount(2)
  await expect(question.getByRole('button', { name: 'Check' })).toBeVisible()
})

test('a guest is told what an account needs, and comes back to the exercise', async ({ guest: page }) => {
  await page.goto('/practice/gru-h?rung=2&seed=stay')
  await page.getByRole('button', { name: 'Add to a deck of mine' }).click()
  const dialog = page.getByRole('dialog', { name: 'Decks of your own need an account' })
  await dialog.getByRole('link', { name: 'Make an account' }).click()
  await page.waitForURL('**/sign-up?from=*')
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/gru-h\?rung=2.*seed=stay/)
  await page.getByRole('button', { name: 'Add to a deck of mine' }).click()
  await expect(page.getByText('In “My exercises”')).toBeVisible()
})
