import { expect, listAccessibilityProblems, test } from '../fixtures'
import { choose, listenForViolations } from '../pages/browser-choices'
import { newPerson, signUpByForm } from '../pages/people-for-tests'
import { importDeck, TWO_LANGUAGES } from './deck-file'
import { previewOf, rowsOf } from './editor-page'

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 860 },
]

test('axe finds nothing in the editor, no policy is violated and nothing scrolls sideways', async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000)
  const violations = await listenForViolations(context)
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today$/)
  const slug = await importDeck(page, TWO_LANGUAGES)
  const problems: Record<string, string[]> = {}
  const look = async (name: string) => {
    const found = await listAccessibilityProblems(page)
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (excess > 0) found.push(`${excess} px too wide`)
    if (found.length > 0) problems[name] = found
  }
  for (const [locale, theme] of [
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const) {
    await choose(context, baseURL ?? '', locale, theme)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      const name = (what: string) => `${what}, ${locale}, ${theme}, ${size.width}`
      await page.goto(`/decks/${slug}/edit`)
      await expect(page.getByRole('listbox')).toBeVisible()
      await look(name('list'))
      await page.getByRole('listbox').getByRole('option').nth(1).click()
      await expect(previewOf(page).locator('.katex').first()).toBeVisible()
      await look(name('note'))
      await page.goto(`/decks/${slug}/from-notes`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await look(name('from notes'))
    }
  }
  expect(problems).toEqual({})
  expect(violations).toEqual([])
})

test('what lacks a translation is marked and found; search, tags, duplicates and a change of many', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today$/)
  const slug = await importDeck(page, `${TWO_LANGUAGES}\n## twin\n### en\nWhich activation?\n---\ntanh\n`)
  await page.goto(`/decks/${slug}/edit`)
  await expect(rowsOf(page)).toHaveCount(4)
  await expect(rowsOf(page).nth(2)).toContainText('no Chinese')
  await page.getByText('Show: All notes').click()
  await page.getByLabel('Show', { exact: true }).selectOption('Without Chinese')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.getByLabel('Show', { exact: true }).selectOption('All notes')
  await page.getByLabel('Tag', { exact: true }).selectOption('lstm')
  await expect(rowsOf(page)).toHaveCount(2)
  await page.getByLabel('Tag', { exact: true }).selectOption('')
  await page.getByLabel('Search').fill('values lie')
  await expect(rowsOf(page)).toHaveCount(1)
  await page.getByLabel('Search').fill('')
  await expect(rowsOf(page)).toHaveCount(4)

  await page.getByRole('button', { name: 'Find duplicates' }).click()
  const dialog = page.getByRole('dialog', { name: 'Notes that are alike' })
  await expect(dialog.getByText('The same text')).toBeVisible()
  await dialog.getByRole('button', { name: 'Delete: Which activation?' }).last().click()
  await expect(dialog.getByText('No two notes are alike.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rowsOf(page)).toHaveCount(3)

  await page.getByRole('button', { name: 'Select all shown' }).click()
  await page.getByLabel('Tag', { exact: true }).last().fill('week 3')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Tags of 3 notes changed.')).toBeVisible()
  await expect(rowsOf(page).filter({ hasText: 'week 3' })).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(rowsOf(page).filter({ hasText: 'week 3' })).toHaveCount(0)
})

if (process.env.UNROLL_FULL)
  test('5,000 notes are opened, walked through and searched', async ({ page }) => {
    test.setTimeout(300_000)
    await signUpByForm(page, newPerson())
    await expect(page).toHaveURL(/\/today$/)
    const notes = Array.from(
      { length: 5_000 },
      (_, n) => `## n${n}\n### en\nWhat is number ${n}?\n---\nIt is $x_{${n}}$.\n`,
    )
    const slug = await importDeck(page, `---\ndeck: many\ntitle: { en: Many }\n---\n${notes.join('\n')}`)
    const began = Date.now()
    await page.goto(`/decks/${slug}/edit`)
    await expect(page.getByText('5,000 notes')).toBeVisible()
    console.log(`5,000 notes: open after ${Date.now() - began} ms`)
    expect(await rowsOf(page).count()).toBeLessThan(60)
    await page.getByRole('listbox').focus()
    await page.keyboard.press('End')
    await expect(page.getByLabel('Front')).toHaveValue('What is number 4999?')
    await page.getByLabel('Search').fill('number 4321')
    await expect(page.getByText('1 of 5,000 notes')).toBeVisible()
  })
