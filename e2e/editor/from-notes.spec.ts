import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, listAccessibilityProblems, test } from '../fixtures'
import { draftsOf, openNewDeck } from './editor-page'

const NOTES = readFileSync(
  path.join(import.meta.dirname, '../../lib/core/notes-reader/testing/rnn-lstm-gru-notes.txt'),
  'utf8',
)

test('cards are proposed from notes, taken, changed and dropped, and become drafts', async ({ page }) => {
  test.setTimeout(120_000)
  const slug = await openNewDeck(page, 'From notes')
  await page.getByRole('link', { name: 'From notes' }).first().click()
  await page.getByLabel('Notes', { exact: true }).fill(NOTES)
  await page.getByRole('button', { name: 'Propose cards' }).click()
  await expect(page.getByText('29 proposals')).toBeVisible()
  await expect(page.getByLabel('Language of the notes')).toHaveValue('zh')
  const rows = page.locator('.proposal')
  const related = rows.filter({ hasText: 'Another wording of a question' })
  await expect(related).toHaveCount(2)
  await expect(related.first()).toContainText('where they part is a guess')
  await expect(rows.locator('.katex').first()).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])

  await page.getByRole('button', { name: /^Drop: RNN 的前向过程$/ }).click()
  await page.getByRole('button', { name: /^Edit: GRU 与 LSTM 的区别/ }).click()
  await page.getByLabel('Front').fill('GRU 与 LSTM 有何不同？')
  await page.getByRole('button', { name: 'Take all 28' }).click()
  await page.getByRole('button', { name: 'Add 28 to the deck as drafts' }).click()
  await expect(page.getByText('28 drafts were added.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'See them in the editor' }).click()
  await expect(page.getByText('28 notes')).toBeVisible()
  const drafts = await draftsOf(page, slug)
  expect(drafts.filter(({ problems }) => problems.length > 0)).toEqual([])
  expect(drafts.some(({ fields }) => fields.zh?.front === 'GRU 与 LSTM 有何不同？')).toBe(true)
  expect(drafts.filter(({ kind }) => kind === 'CLOZE')).toHaveLength(4)
})

test('what a page put on the clipboard is read with its headings and formulas', async ({ page }) => {
  const slug = await openNewDeck(page, 'Pasted')
  await page.goto(`/decks/${slug}/from-notes`)
  await page.getByLabel('Notes', { exact: true }).evaluate((area) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      '<h2>What is kept?</h2><ul><li>The state <span class="katex"><math><annotation encoding="application/x-tex">C_{t-1}</annotation></math><span aria-hidden="true">Ct-1</span></span></li></ul><script>alert(1)</script>',
    )
    data.setData('text/plain', 'What is kept? The state Ct-1')
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(page.getByLabel('Notes', { exact: true })).toHaveValue(
    '## What is kept?\n\n- The state $C_{t-1}$',
  )
})
