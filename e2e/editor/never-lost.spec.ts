import { expect, test } from '../fixtures'
import { newPerson } from '../pages/people-for-tests'
import { signIn } from '../fixtures'
import { draftsOf, expectSaved, openNewDeck, rowsOf } from './editor-page'

test('what was typed survives a closed tab without a network, new notes too', async ({
  page,
  context,
  complaints,
}) => {
  complaints.expect(/ERR_FAILED|Failed to load|ERR_INTERNET/)
  const slug = await openNewDeck(page, 'Kept')
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Front').fill('first')
  await expectSaved(page)
  await page.route('**/draft/notes**', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  )
  await page.getByLabel('Front').fill('first, and more')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Front')).toHaveValue('')
  await page.getByLabel('Front').fill('second')
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'failed')
  await expect(page.getByText(/kept in this browser/)).toBeVisible()
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto(`/decks/${slug}/edit`)
  await expect(rowsOf(again)).toHaveCount(2)
  await expect(again.getByText(/2 notes that had not been saved/)).toBeVisible()
  await expect
    .poll(async () => (await draftsOf(again, slug)).map(({ fields }) => fields.en?.front))
    .toEqual(['first, and more', 'second'])
  await expect
    .poll(() =>
      again.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('unroll.drafts'))),
    )
    .toEqual([])
})

test('of two people who save one note the second sees both and chooses', async ({
  page,
  browser,
  complaints,
  address,
  baseURL,
}) => {
  complaints.expect(/409/)
  const person = newPerson()
  const slug = await openNewDeck(page, 'Two', person)
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Front').fill('a question')
  await page.getByLabel('Back').fill('an answer')
  await expectSaved(page)

  const elsewhere = await browser.newContext({ baseURL, extraHTTPHeaders: { 'x-forwarded-for': address } })
  await signIn(elsewhere.request, 'password', { email: person.email, password: person.password })
  const other = await elsewhere.newPage()
  await other.goto(`/decks/${slug}/edit`)
  await expect(other.getByLabel('Front')).toHaveValue('a question')

  await page.getByLabel('Front').fill('a better question')
  await expectSaved(page)
  await other.getByLabel('Back').fill('a better answer')
  const panel = other.getByRole('alert').filter({ hasText: 'Somebody else changed this note' })
  await expect(panel).toBeVisible()
  await expect(panel.getByText('a better question')).toBeVisible()
  await expect(panel.getByText('a better answer')).toBeVisible()
  const unchanged = await draftsOf(page, slug)
  expect(unchanged[0].fields.en).toMatchObject({ front: 'a better question', back: 'an answer' })

  await panel.getByRole('group', { name: 'English · Front' }).getByText('Theirs').click()
  await panel.getByRole('button', { name: 'Save what is chosen' }).click()
  await expect(panel).toBeHidden()
  await expectSaved(other)
  const merged = await draftsOf(page, slug)
  expect(merged[0].fields.en).toMatchObject({ front: 'a better question', back: 'a better answer' })
  await elsewhere.close()
})
