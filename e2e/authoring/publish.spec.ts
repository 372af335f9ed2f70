import { expect, listAccessibilityProblems, test } from '../fixtures'
import { listenForViolations } from '../pages/browser-choices'
import { beginDeck } from './author'

test('changes are compared, published but for what is not ready, looked at again and brought back', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000)
  const violations = await listenForViolations(context)
  const deck = await beginDeck(page, 'Gates')
  const both = (front: string, vorne: string, back: string) => ({
    fields: { en: { front, back }, zh: { front: vorne, back } },
  })
  const first = await deck.add('forget', both('What does $f_t$ decide?', '$f_t$ 决定什么？', 'What is kept.'))
  const second = await deck.add(
    'input',
    both('What does $i_t$ decide?', '$i_t$ 决定什么？', 'What is written.'),
  )
  await deck.publish('The first two gates')

  await deck.edit(
    first,
    both('What does the forget gate $f_t$ decide?', '遗忘门 $f_t$ 决定什么？', 'What is kept.'),
  )
  await deck.edit(second, { fields: { en: { front: 'Half', back: '' } } })
  await deck.add('output', both('What does $o_t$ decide?', '$o_t$ 决定什么？', 'What is shown.'))

  await page.goto(`/decks/${deck.slug}/publish`)
  await expect(page.getByText('1 note cannot be published yet and stays a draft.')).toBeVisible()
  await expect(page.getByText('The back is empty.')).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: 'the forget gate' })
  await expect(row.getByText('What does', { exact: false })).toHaveCount(2)
  await row.getByLabel('Ask it again').check()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByLabel('What changed, in one line').fill('The forget gate by its name')
  await page.getByRole('button', { name: 'Publish 2 changes' }).click()
  await expect(page.getByText('Version 2 is published.')).toBeVisible()
  await expect(page.getByText('1 new · 1 changed · 1 card asked again')).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])

  await page.getByRole('link', { name: 'To the deck' }).click()
  await expect(page.getByText('The forget gate by its name')).toBeVisible()
  await page.getByRole('link', { name: 'All versions' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Versions: Gates')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Look at version 1' }).click()
  await expect(page.getByText('Since then: 1 note changed, 1 note added')).toBeVisible()
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring this version back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring version 1 back?' })
  await dialog.getByRole('button', { name: 'Bring this version back' }).click()
  await expect(page.getByText('Brought back version 1')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Version 3 current' })).toBeVisible()

  await page.goto(`/decks/${deck.slug}/publish`)
  await expect(page.getByText('The back is empty.')).toBeVisible()
  expect(violations).toEqual([])
})
