import { expect, test } from '../fixtures'
import { asker } from '../authoring/author'
import { newPerson, signUpByForm } from '../pages/people-for-tests'
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

test('of two co-authors who write one note the second to save sees the first’s change and chooses', async ({
  page,
  browser,
  complaints,
  baseURL,
}) => {
  test.setTimeout(90_000)
  complaints.expect(/409/)
  const slug = await openNewDeck(page, 'Two', newPerson('Ada Wren'))
  await page.getByRole('button', { name: 'New note' }).first().click()
  await page.getByLabel('Front').fill('a question')
  await page.getByLabel('Back').fill('an answer')
  await expectSaved(page)

  // Somebody else, with an account of their own, whom the first one's link has made an editor.
  const { token } = await asker(page.request)<{ token: string }>('POST', `/decks/${slug}/invites`, {
    role: 'EDITOR',
  })
  const elsewhere = await browser.newContext({ baseURL, locale: 'en-GB' })
  const other = await elsewhere.newPage()
  await signUpByForm(other, newPerson('Ben Osei'))
  await expect(other).toHaveURL(/\/today$/)
  await other.goto(`/invited/${token}`)
  await other.getByRole('button', { name: 'Accept', exact: true }).click()
  await expect(other).not.toHaveURL(/\/invited\//)
  await other.goto(`/decks/${slug}/edit`)
  await expect(other.getByLabel('Front')).toHaveValue('a question')

  await page.getByLabel('Front').fill('a better question')
  await page.getByLabel('Tags').fill('gates')
  await page.getByLabel('Tags').press('Enter')
  await expectSaved(page)
  await other.getByLabel('Back').fill('a better answer')
  const panel = other.getByRole('alert').filter({ hasText: 'Somebody else changed this note' })
  await expect(panel).toBeVisible()
  await expect(panel.getByText('Ada Wren saved first.')).toBeVisible()
  await expect(panel.getByText('a better question')).toBeVisible()
  await expect(panel.getByText('a better answer')).toBeVisible()
  // Nothing is sent until they choose, whatever they go on to write.
  await other.getByLabel('Back').fill('a better answer, and longer')
  await expect(panel.getByText('a better answer, and longer')).toBeVisible()
  const unchanged = await draftsOf(page, slug)
  expect(unchanged[0].fields.en).toMatchObject({ front: 'a better question', back: 'an answer' })

  await panel.getByRole('group', { name: 'English · Front' }).getByText('Theirs').click()
  await panel.getByRole('group', { name: 'Tags' }).getByText('Theirs').click()
  await panel.getByRole('button', { name: 'Save what is chosen' }).click()
  await expect(panel).toBeHidden()
  await expectSaved(other)
  const [merged] = await draftsOf(page, slug)
  expect(merged.tags).toEqual(['gates'])
  expect(merged.fields.en).toMatchObject({
    front: 'a better question',
    back: 'a better answer, and longer',
  })

  // The first one, whose page does not know of it yet, is shown it in turn, with a name.
  await page.getByLabel('Front').fill('the best question')
  const back = page.getByRole('alert').filter({ hasText: 'Ben Osei saved first.' })
  await expect(back).toBeVisible()
  await back.getByRole('button', { name: 'Take all of theirs' }).click()
  await back.getByRole('button', { name: 'Save what is chosen' }).click()
  await expectSaved(page)
  await expect(page.getByLabel('Back')).toHaveValue('a better answer, and longer')
  expect((await draftsOf(page, slug))[0].fields.en).toMatchObject({ front: 'a better question' })
  await elsewhere.close()
})
