import { expect, test } from '../fixtures'
import { listenForViolations } from '../pages/browser-choices'
import { listOf, previewOf, rowsOf } from '../editor/editor-page'
import { newPerson, signUpByForm } from '../pages/people-for-tests'
import { BASIC_TYPE, buildApkg, CLOZE_TYPE, type BuiltNote } from '@/lib/exchange/testing/build-apkg'
import { RUNNING_HTML } from '@/lib/exchange/testing/running-html'

const DECK = 1_700_000_000_321

/** Each of them on a front, on a back, in a cloze and in a deck's name. */
function hostilePackage(): Buffer {
  const notes = RUNNING_HTML.flatMap((html, i): BuiltNote[] => [
    {
      id: i * 2 + 1,
      guid: `h${i}`,
      typeId: BASIC_TYPE.id,
      fields: [`Question ${i} ${html}`, `Answer ${html}`],
      tags: [html.replace(/\s+/g, '')],
      cards: [{ ord: 0, deckId: DECK }],
    },
    {
      id: i * 2 + 2,
      guid: `c${i}`,
      typeId: CLOZE_TYPE.id,
      fields: [`Cloze ${i} {{c1::${html}::${html}}} and {{c2::more}}`, html],
      cards: [0, 1].map((ord) => ({ ord, deckId: DECK })),
    },
  ])
  const name = 'Hostile <img src=x onerror=ran()>'
  return Buffer.from(
    buildApkg({ types: [BASIC_TYPE, CLOZE_TYPE], decks: [{ id: DECK, name }], notes }, 'anki21'),
  )
}

test('no script, handler or script address of a package runs: in its preview, on the deck, in the review, in the editor', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  const violations = await listenForViolations(context)
  let hasRun = false
  await context.exposeFunction('ran', () => {
    hasRun = true
  })
  page.on('dialog', (dialog) => {
    hasRun = true
    void dialog.dismiss()
  })
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (/evil\.example/.test(request.url())) elsewhere.push(request.url())
  })
  await signUpByForm(page, newPerson())
  await page.waitForURL('**/today')
  await page.goto('/decks/import')
  const file = { name: 'hostile.apkg', mimeType: 'application/octet-stream', buffer: hostilePackage() }
  await page.getByLabel('Choose a file').setInputFiles(file)
  const shown = page.getByRole('button', { name: /New$/ })
  await expect(shown).toBeVisible({ timeout: 90_000 })
  await shown.click()
  await expect(page.locator('details').first()).toBeVisible()
  for (const summary of await page.locator('details summary').all()) await summary.click()
  await page.getByRole('button', { name: /^Import \d+ notes/ }).click()
  await expect(page.getByText(/notes imported\./)).toBeVisible({ timeout: 90_000 })

  await page.getByRole('link', { name: 'Open the deck' }).click()
  await expect(page.locator('.card-side').first()).toBeVisible()
  for (const link of await page.locator('.card-side a').all())
    expect(await link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:)/)
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''

  await page.goto(`/decks/${slug}/edit`)
  await expect(rowsOf(page).first()).toBeVisible()
  // Each note in the editor's fields and in its preview, front and back.
  const count = Number(await rowsOf(page).first().getAttribute('aria-setsize'))
  expect(count).toBeGreaterThan(RUNNING_HTML.length)
  await listOf(page).press('Home')
  for (let n = 1; n <= count; n++) {
    const open = listOf(page).locator('[aria-current=true]')
    await expect(open).toHaveAttribute('aria-posinset', String(n))
    const [name] = /(?:Question|Cloze) \d+/.exec(await open.innerText()) ?? ['']
    await expect(previewOf(page)).toContainText(new RegExp(`${name}(?!\\d)`))
    await page.keyboard.press('ArrowDown')
  }

  await page.goto('/decks')
  await page.getByRole('link', { name: 'Hostile' }).click()
  await page.getByRole('link', { name: 'Study now' }).click()
  await page.waitForURL('**/review**')
  for (let i = 0; i < 15; i++) {
    // The next card stands, and has the focus, before a key is for it.
    await expect(page.getByRole('region', { name: /^question$/i })).toBeFocused()
    await expect(page.getByRole('region', { name: 'answer' })).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('region', { name: 'answer' })).toBeVisible()
    await page.keyboard.press('4')
  }
  expect({ hasRun, elsewhere, violations }).toEqual({ hasRun: false, elsewhere: [], violations: [] })
})
