import { readFile } from 'node:fs/promises'
import { expect, listAccessibilityProblems, test } from '../fixtures'
import { answerByKeys } from '../review/study-page'
import { newPerson, signUpByForm } from '../pages/people-for-tests'
import { BASIC_TYPE, buildApkg, CLOZE_TYPE, type BuiltNote } from '@/lib/exchange/testing/build-apkg'

const DECK = 1_700_000_000_123

const basic = (id: number, front: string, back: string): BuiltNote => ({
  id,
  guid: `e2e-${id}`,
  typeId: BASIC_TYPE.id,
  fields: [front, back],
  tags: ['gates'],
  cards: [{ ord: 0, deckId: DECK }],
})

const packed = (notes: BuiltNote[]) =>
  Buffer.from(
    buildApkg(
      { types: [BASIC_TYPE, CLOZE_TYPE], decks: [{ id: DECK, name: 'Recurrent cells' }], notes },
      'anki21b',
    ),
  )

test('an Anki package is previewed, brought, studied, exported, and brought again unchanged', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today/)
  await page.goto('/decks')
  await page.getByRole('link', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import')
  expect(await listAccessibilityProblems(page)).toEqual([])

  const bring = async (name: string, buffer: Buffer) => {
    await page.goto('/decks/import')
    const mimeType = 'application/octet-stream'
    await page.getByLabel('Choose a file').setInputFiles({ name, buffer, mimeType })
    await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible({ timeout: 60_000 })
  }
  const first = packed([
    basic(1, 'What does \\(f_t\\) decide?', 'What is <b>forgotten</b> [sound:a.mp3]'),
    basic(2, 'And \\(i_t\\)?', 'What is kept'),
    basic(3, 'No back', ''),
  ])
  await bring('cells.apkg', first)
  await expect(page.getByRole('button', { name: '2 New' })).toBeVisible()
  await page.getByRole('button', { name: '1 Left out' }).click()
  await expect(page.getByText('Its back is empty.')).toBeVisible()
  await expect(page.getByText('Sounds')).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Import 2 notes' }).click()
  await expect(page.getByText('2 notes imported.')).toBeVisible({ timeout: 60_000 })
  expect(await listAccessibilityProblems(page)).toEqual([])

  await page.getByRole('link', { name: 'Open the deck' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recurrent cells')
  const study = (await page.getByRole('link', { name: 'Study now' }).getAttribute('href')) ?? ''
  await page.goto('/today')
  await expect(page.getByText('Recurrent cells').first()).toBeVisible()
  await page.goto(study)
  await page.waitForURL('**/review**')
  await expect(page.locator('article')).toContainText('decide?')
  await answerByKeys(page, 3)
  await expect(page.locator('article')).toContainText('And')

  await page.goto('/decks')
  await page.getByRole('link', { name: 'Recurrent cells' }).click()
  await page.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Anki package', exact: true }).click()
  const exported = await readFile(await (await download).path())
  await bring('exported.apkg', exported)
  await expect(page.getByRole('button', { name: '2 Unchanged' })).toBeVisible()

  const better = packed([basic(1, 'What does \\(f_t\\) decide?', 'What is forgotten, and how much')])
  await bring('better.apkg', better)
  await page.getByRole('button', { name: '1 Updated' }).click()
  await page.getByRole('button', { name: 'Import 1 note' }).click()
  await expect(page.getByText('1 note imported.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByText('This import was undone.')).toBeVisible()
  await page.goto('/decks')
  await page.getByRole('link', { name: 'Recurrent cells' }).click()
  await expect(page.getByText('and how much')).toHaveCount(0)
})

test('what cannot be read is refused with a sentence', async ({ page }) => {
  test.setTimeout(90_000)
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today/)
  await page.goto('/decks/import')
  const file = {
    name: 'broken.apkg',
    mimeType: 'application/octet-stream',
    buffer: packed([basic(1, 'q', 'a')]).subarray(0, 900),
  }
  await page.getByLabel('Choose a file').setInputFiles(file)
  await expect(page.getByText('The package is damaged or cut short.')).toBeVisible({ timeout: 60_000 })
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Import another file' }).click()
  await expect(page.getByRole('link', { name: 'broken.apkg' })).toBeVisible()
})
