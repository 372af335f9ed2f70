import { expect, signIn, test } from '../fixtures'
import { asker } from '../authoring/author'
import { newPerson, signUpByForm } from '../pages/people-for-tests'
import { importDeck } from './deck-file'
import { draftsOf, listOf, rowsOf } from './editor-page'

const FIVE = `---
deck: five
title: { en: Five gates }
---
${['forget', 'input', 'output', 'update', 'reset'].map((gate) => `## ${gate}\n### en\nWhat does the ${gate} gate do?\n---\nIt is the ${gate} gate.\n`).join('\n')}`

const kindsOf = async (...place: Parameters<typeof draftsOf>) =>
  (await draftsOf(...place)).map(({ kind }) => kind)

test('what learners reported is filtered, its kind changed, and all of it goes back and forth, after a reload too', async ({
  page,
  browser,
  baseURL,
  complaints,
}) => {
  test.setTimeout(120_000)
  complaints.expect(/ERR_FAILED|Failed to load/) // the network goes once
  await signUpByForm(page, newPerson())
  await expect(page).toHaveURL(/\/today$/)
  const slug = await importDeck(page, FIVE)
  const ask = asker(page.request)
  await ask('PATCH', `/decks/${slug}`, { visibility: 'PUBLIC' })

  // A learner reports two of the five.
  const learner = await browser.newContext({ baseURL })
  await signIn(learner.request, 'guest', { locale: 'en', timeZone: 'Europe/Berlin' })
  const report = asker(learner.request)
  const { deckId } = await report<{ deckId: string }>('PUT', `/decks/${slug}/enrolment`, {})
  const pack = await report<{
    learner: { id: string }
    cards: { id: string; deckId: string; noteRevision: number }[]
  }>('GET', '/study/pack')
  const cards = pack.cards.filter((card) => card.deckId === deckId)
  for (const [n, { id, noteRevision }] of cards.slice(0, 2).entries()) {
    await report('POST', '/reports', {
      learner: pack.learner.id,
      id: `0199a0b0-0000-4000-8000-00000000000${n}`,
      cardId: id,
      noteRevision,
      locale: 'en',
      text: 'Is that so?',
    })
  }
  await learner.close()

  await page.goto(`/decks/${slug}/edit`)
  await expect(rowsOf(page)).toHaveCount(5)
  await page.getByText('Show: All notes').click()
  await page.getByLabel('Show', { exact: true }).selectOption('Reported by learners')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(rowsOf(page).first()).toContainText('1 report')
  await page.getByRole('button', { name: 'Select all shown' }).click()
  const bar = page.getByRole('form', { name: '2 chosen' })
  await bar.getByLabel('Change', { exact: true }).selectOption('Change kind')
  await bar.getByLabel('Kind').selectOption('Both ways')
  await bar.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Kind of 2 notes changed.')).toBeVisible()
  const changed = await kindsOf(page, slug)
  expect(changed.filter((kind) => kind === 'REVERSED')).toHaveLength(2)

  // Back and forth by keys.
  const { keyboard } = page
  await listOf(page).focus()
  await keyboard.press('Control+z')
  await expect(page.getByText('Undone.')).toBeVisible()
  expect(await kindsOf(page, slug)).not.toContain('REVERSED')
  await keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Done again.')).toBeVisible()
  expect(await kindsOf(page, slug)).toEqual(changed)

  // Many are deleted; what undoes it outlives a reload, and a press without a network costs nothing.
  await page.getByLabel('Show', { exact: true }).selectOption('All notes')
  await expect(rowsOf(page)).toHaveCount(5)
  await listOf(page).focus()
  await keyboard.press('Control+a')
  await keyboard.press('Delete')
  await expect(page.getByText('5 notes deleted.')).toBeVisible()
  await page.reload()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeEnabled()
  await page.route('**/draft/operations', (route) => route.abort())
  await undo.click()
  await expect(page.getByText(/cannot be reached/)).toBeVisible()
  await page.unroute('**/draft/operations')
  await undo.click()
  await expect(rowsOf(page)).toHaveCount(5)
  expect(await kindsOf(page, slug)).toEqual(changed)
  await undo.click()
  await expect.poll(() => kindsOf(page, slug)).not.toContain('REVERSED')
  await page.getByRole('button', { name: 'Redo' }).first().click()
  await expect.poll(() => kindsOf(page, slug)).toEqual(changed)
})
