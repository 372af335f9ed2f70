import { expect, test } from '../fixtures'

test('the house’s deck is listed with its counts, opened and searched', async ({ guest: page }) => {
  await page.goto('/decks')
  const row = page.getByRole('listitem').filter({ hasText: 'RNN, LSTM, GRU' }).first()
  await expect(row.getByText('New', { exact: true })).toBeVisible()
  await row.getByRole('link').click()
  await expect(page).toHaveURL(/\/decks\/rnn-lstm-gru$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('RNN, LSTM, GRU')

  const shown = page.getByText(/^\d+( of \d+)? notes$/)
  const all = Number(/\d+/.exec(await shown.innerText())?.[0])
  await page.getByLabel('Search the cards').fill('forget gate')
  await expect(shown).toHaveText(new RegExp(`^\\d+ of ${all} notes$`))
  await page.getByLabel('Search the cards').fill('no card has this')
  await expect(page.getByText('No card has these words.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all again' }).click()
  await expect(shown).toHaveText(`${all} notes`)

  await page.getByLabel('Tag', { exact: true }).selectOption('gru')
  await expect(shown).toHaveText(new RegExp(`^\\d+ of ${all} notes$`))
  await page.getByLabel('Language of the cards').selectOption('中文')
  await expect(page.locator('.card-side[lang="zh-CN"]').first()).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a deck is left and joined again', async ({ guest: page }) => {
  await page.goto('/decks/rnn-lstm-gru')
  await page.getByRole('button', { name: 'Leave this deck' }).click()
  const dialog = page.getByRole('dialog', { name: 'Leave this deck?' })
  await dialog.getByRole('button', { name: 'Keep studying' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Leave this deck' }).click()
  await dialog.getByRole('button', { name: 'Leave this deck' }).click()
  const join = page.getByRole('button', { name: 'Study this deck' })
  await expect(join).toBeVisible()
  await join.click()
  await expect(page.getByRole('link', { name: 'Study now' })).toBeVisible()
})

test('a visitor may read a deck, and is brought back to it after signing in', async ({ page }) => {
  await page.goto('/decks/rnn-lstm-gru')
  await expect(page.locator('.card-side').first()).toBeVisible()
  await page.getByRole('link', { name: 'Sign in to study this deck' }).click()
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fdecks%2Frnn-lstm-gru$/)
})

test('the file that is downloaded is the deck’s own', async ({ page }) => {
  await page.goto('/decks/rnn-lstm-gru')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('link', { name: 'Deck file (Markdown)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.md$/)
})

test('a card that was suspended in the review is found again, resumed, and that is undone', async ({
  guest: page,
}) => {
  await page.goto('/review')
  await page.getByRole('button', { name: 'Show answer' }).waitFor()
  await page.keyboard.press('f')
  await page.keyboard.press('@')
  await expect(page.getByText('Suspended: it does not come up')).toBeVisible()

  await page.goto('/decks/rnn-lstm-gru')
  await page.getByLabel('Show', { exact: true }).selectOption('Suspended')
  const shown = page.getByText(/^\d+ of \d+ notes$/)
  await expect(shown).toHaveText(/^1 of /)
  const resume = page.getByRole('button', { name: 'Resume', exact: true })
  await resume.focus()
  const sent = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('"RESUME"')) // what waited before may be sent once more meanwhile
  await page.keyboard.press('Enter')
  await expect(page.getByText('Resumed: it comes up again when it is due.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  expect(JSON.stringify(await (await sent).json())).toContain('"RESUME"')
  await page.keyboard.press('Enter')
  await expect(resume).toBeFocused()
  await resume.click()

  await page.goto('/decks')
  await page.getByRole('link', { name: 'Cards set aside' }).click()
  await expect(page.getByText('Red flag')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Remove flag' }).click()
  await expect(page.getByText('The flag is gone.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('No card is set aside')).toBeVisible()
})
