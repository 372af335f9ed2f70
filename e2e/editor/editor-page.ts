import { expect, type Locator, type Page } from '@playwright/test'
import { newPerson, signUpByForm, type TestPerson } from '../pages/people-for-tests'

/** Signs somebody up, makes an empty deck by its button, and waits for the editor. */
export async function openNewDeck(
  page: Page,
  title: string,
  person: TestPerson = newPerson(),
): Promise<string> {
  await signUpByForm(page, person)
  await expect(page).toHaveURL(/\/today$/)
  await page.goto('/decks')
  await page.getByRole('button', { name: 'New deck' }).click()
  await page.getByLabel('Title').fill(title)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/decks\/[a-z0-9-]+\/edit/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText('No notes yet')).toBeVisible()
  return new URL(page.url()).pathname.split('/')[2]
}

export const listOf = (page: Page): Locator => page.getByRole('listbox', { name: 'Notes' })
export const rowsOf = (page: Page): Locator => listOf(page).getByRole('option')
export const previewOf = (page: Page): Locator => page.getByTestId('preview')

/** The deck's notes as its server has them. */
export async function draftsOf(page: Page, slug: string): Promise<DraftNote[]> {
  const list: unknown = await (await page.request.get(`/api/v1/decks/${slug}/draft`)).json()
  const { notes } = list as { notes: { id: string; state: string }[] } // the route's own schema
  const drafts: DraftNote[] = []
  for (const { id, state } of notes) {
    if (state === 'deleted') continue
    const answer: unknown = await (await page.request.get(`/api/v1/decks/${slug}/draft/notes/${id}`)).json()
    drafts.push((answer as { note: DraftNote }).note)
  }
  return drafts
}

type Field = { front: string; back: string; answers?: string[] }
export type DraftNote = {
  id: string
  kind: string
  tags: string[]
  fields: { en?: Field; zh?: Field }
  exercise?: unknown
  problems: { code: string }[]
}

export const expectSaved = (page: Page) =>
  expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved')
