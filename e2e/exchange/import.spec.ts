import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
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

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto('/decks/import')
  const mimeType = 'application/octet-stream'
  await page.getByLabel('Choose a file').setInputFiles({ name, buffer, mimeType })
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible({ timeout: 60_000 })
}

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

  const first = packed([
    basic(1, 'What does \\(f_t\\) decide?', 'What is <b>forgotten</b> [sound:a.mp3]'),
    basic(2, 'And \\(i_t\\)?', 'What is kept'),
    basic(3, 'No back', ''),
  ])
  await bring(page, 'cells.apkg', first)
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
  await bring(page, 'exported.apkg', exported)
  await expect(page.getByRole('button', { name: '2 Unchanged' })).toBeVisible()

  const better = packed([basic(1, 'What does \\(f_t\\) decide?', 'What is forgotten, and how much')])
  await bring(page, 'better.apkg', better)
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

test('each note in conflict is decided for itself; an export says how far it is, and is the deck', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today/)
  await bring(page, 'cells.apkg', packed([1, 2, 3].map((id) => basic(id, `Question ${id}`, `old ${id}`))))
  await page.getByRole('button', { name: 'Import 3 notes' }).click()
  await expect(page.getByText('3 notes imported.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Open the deck' }).click()
  await page.waitForURL(/\/decks\/recurrent-cells/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  // Two of them are drafted otherwise here.
  await page.evaluate(async (of) => {
    const call = async (method: string, path: string, body?: object) => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/v1/decks/${of}/draft${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json()
    }
    const { notes } = await call('GET', '')
    for (const { id, draftVersion } of notes.slice(0, 2)) {
      const fields = { en: { front: 'mine', back: 'mine' } }
      await call('PATCH', `/notes/${id}`, { draftVersion, fields })
    }
  }, slug)

  await bring(page, 'better.apkg', packed([1, 2, 3].map((id) => basic(id, `Question ${id}`, `new ${id}`))))
  await page.getByRole('button', { name: '2 In conflict' }).click()
  await expect(page.getByRole('button', { name: 'Import 1 note' })).toBeVisible()
  const second = page.getByRole('group', { name: 'What becomes of “Question 2”' })
  await second.getByRole('radio', { name: 'Take what the file says' }).check()
  await expect(page.getByRole('button', { name: 'Import 2 notes' })).toBeVisible()
  await expect(page.getByLabel('Where both sides have changed')).toHaveValue('each')
  expect(await listAccessibilityProblems(page)).toEqual([])
  // The shortcut for all, and back to one of them.
  await page.getByLabel('Where both sides have changed').selectOption('file')
  await expect(page.getByRole('button', { name: 'Import 3 notes' })).toBeVisible()
  const first = page.getByRole('group', { name: 'What becomes of “Question 1”' })
  await first.getByRole('radio', { name: 'Keep what is here' }).check()
  await page.getByRole('button', { name: 'Import 2 notes' }).click()
  await expect(page.getByText('2 notes imported.')).toBeVisible({ timeout: 60_000 })

  await page.goto(`/decks/${slug}`)
  await expect(page.getByText('new 2')).toHaveCount(1)
  await expect(page.getByText('old 1')).toHaveCount(1)
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText('Pictures do not come along.').first()).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  const told = page.waitForResponse(/export\?format=csv&progress=yes/)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Table (CSV)', exact: true }).click()
  const table = await readFile(await (await download).path(), 'utf8')
  expect(table).toContain('new 2')
  expect(table.startsWith('#')).toBe(true)
  expect((await told).status()).toBe(200)
  await expect(page.getByText(/is made and handed to your browser/)).toBeVisible()
})
