import { expect, test } from '../fixtures'
import { answerByKeys, enterAsGuest, openReview } from './study-page'

test('a typed card compares what was typed, forgiving of case and spacing', async ({ page }) => {
  await enterAsGuest(page)
  await openReview(page)
  const field = page.getByLabel('Your answer')
  for (let card = 0; card < 20 && !(await field.isVisible()); card++) await answerByKeys(page, 4)
  await expect(field).toBeFocused()
  await expect(page.getByRole('region', { name: 'Question' })).toContainText('Elman')

  // Digits and letters that are commands elsewhere are only text here.
  await page.keyboard.type('3z elmen')
  await page.keyboard.press('Enter')
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer).toBeFocused()
  await expect(answer.getByText('Not the same.')).toBeVisible()
  await expect(answer.locator('del').first()).toBeVisible()
  await expect(answer.locator('ins').first()).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('z')

  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await page.keyboard.type('  ＥＬＭＡＮ ')
  await page.keyboard.press('Enter')
  await expect(answer.getByText('Right.')).toBeVisible()
  await expect(answer.locator('del, ins')).toHaveCount(0)
})
