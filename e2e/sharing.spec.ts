import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { expect, listAccessibilityProblems, signIn, test } from './fixtures'
import { newPerson } from './pages/people-for-tests'

const SAME_SITE = { 'sec-fetch-site': 'same-origin' }

const deckFile = (key: string, notes: Record<string, string>) =>
  `---\ndeck: ${key}\ntitle: { en: "Gates of ${key}" }\n---\n${Object.entries(notes)
    .map(([name, front]) => `## ${name}\n### en\n${front}\n---\nThe old state.\n`)
    .join('\n')}`

/** Somebody with an account, in a browser of their own. */
async function enter(browser: Browser, baseURL: string | undefined, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' })
  const { email, password } = newPerson(name)
  const data = { name, email, password, locale: 'en', timeZone: 'Europe/Berlin' }
  const made = await context.request.post('/api/v1/account', { data, headers: SAME_SITE })
  expect(made.status(), await made.text()).toBe(201)
  await signIn(context.request, 'password', { email, password })
  return context
}

async function send<T>(request: APIRequestContext, method: string, path: string, data?: unknown): Promise<T> {
  const answer = await request.fetch(`/api/v1${path}`, { method, data, headers: SAME_SITE })
  const text = await answer.text()
  expect(answer.ok(), `${method} ${path}: ${text}`).toBe(true)
  return (text === '' ? undefined : JSON.parse(text)) as T // the routes' own answers
}

async function bring(author: BrowserContext, key: string, notes: Record<string, string>): Promise<string> {
  const text = deckFile(key, notes)
  return (await send<{ slug: string }>(author.request, 'POST', '/decks', { text })).slug
}

async function openCleanly(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('h1').first()).toBeVisible()
  expect(await listAccessibilityProblems(page), path).toEqual([])
}

test('a correction goes from a learner’s review into the draft, is published, and its writer is told', async ({
  browser,
  baseURL,
  guest: page,
}) => {
  test.setTimeout(120_000)
  const author = await enter(browser, baseURL, 'Anna Author')
  const slug = await bring(author, 'reported', { a: 'What does the forget gate multiply?' })
  const { link } = await send<{ link: string }>(author.request, 'PATCH', `/decks/${slug}`, {
    visibility: 'UNLISTED',
  })
  await send(page.request, 'DELETE', '/decks/rnn-lstm-gru/enrolment')
  await page.goto(`/decks/${slug}?link=${link}`)
  await page.getByRole('button', { name: 'Study this deck' }).click()
  await page.getByRole('link', { name: 'Study now' }).click()
  await expect(page.locator('article')).toContainText('What does the forget gate multiply?')

  const dialog = page.getByRole('dialog', { name: 'Report this card' })
  await page.keyboard.press('e') // who may not edit may propose
  await expect(dialog.getByLabel('Question')).toHaveValue('What does the forget gate multiply?')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('r')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByText('Say in a few words what is wrong.')).toBeVisible()
  await dialog.getByLabel('Propose a better text').check()
  await dialog.getByLabel('Question').fill('What does the forget gate scale?')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('r') // what was typed still stands there
  await expect(dialog.getByLabel('Question')).toHaveValue('What does the forget gate scale?')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByText('Sent. The answer comes to')).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the card' }).click()

  const authors = await author.newPage()
  await authors.goto('/decks')
  await authors.getByRole('link', { name: '1 open report' }).click()
  await expect(authors.locator('del')).toHaveText('multiply')
  await expect(authors.locator('ins')).toHaveText('scale')
  expect(await listAccessibilityProblems(authors)).toEqual([])
  await authors.getByRole('button', { name: 'Accept into the draft' }).click()
  await expect(authors.getByText('Accepted: the note’s draft has it')).toBeVisible()
  const publication = `/decks/${slug}/publication`
  const { seen } = await send<{ seen: string }>(author.request, 'GET', publication)
  await send(author.request, 'POST', publication, { seen, line: 'Scale, not multiply' })

  const { deckId } = await send<{ deckId: string }>(author.request, 'PUT', `/decks/${slug}/enrolment`, {})
  await authors.goto(`/review?deck=${deckId}`)
  await expect(authors.locator('article')).toContainText('What does the forget gate scale?')
  await authors.keyboard.press('e') // who may, edits this very note, and comes back to the card
  await expect(authors).toHaveURL(new RegExp(`/decks/${slug}/edit#[0-9a-f-]{36}$`))
  await expect(authors.getByLabel('Front')).toHaveValue('What does the forget gate scale?')
  await authors.goBack()
  await expect(authors.locator('article')).toContainText('What does the forget gate scale?')

  await page.goto(`/decks/${slug}`)
  await expect(page.locator('.card-side').first()).toHaveText('What does the forget gate scale?')
  await page.goto('/today')
  await page.getByRole('link', { name: '1 answer to your reports' }).click()
  await expect(page.getByText('Accepted. You get the change')).toBeVisible()
  await page.goto('/today')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'answer to your reports' })).toHaveCount(0)
  await author.close()
})

test('without a network a report waits, says so, and goes out by itself', async ({
  guest: page,
  context,
  complaints,
}) => {
  // Also of the pack's pictures, some of which may still be on their way.
  complaints.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
  await page.goto('/review')
  await expect(page.locator('article')).toBeVisible()
  await context.setOffline(true)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Report this card' })
  await dialog.getByLabel('What is wrong?').fill('I think a sign is missing.')
  await dialog.getByRole('button', { name: 'Send' }).click()
  await expect(dialog.getByText('it waits in this browser')).toBeVisible()
  await dialog.getByRole('button', { name: 'Back to the card' }).click()
  await context.setOffline(false)
  const reported = () =>
    send<{ reports: unknown[] }>(page.request, 'GET', '/reports/mine').then(({ reports }) => reports.length)
  await expect.poll(reported, { timeout: 20_000 }).toBe(1)
})

test('another link shuts the old one; who joined stays', async ({ browser, baseURL, guest, complaints }) => {
  test.setTimeout(90_000)
  complaints.expect(/404/)
  const author = await enter(browser, baseURL, 'Lina Link')
  const slug = await bring(author, 'linked', { a: 'What is a gate?' })
  const page = await author.newPage()
  await openCleanly(page, `/decks/${slug}/sharing`)
  await page.getByLabel('By link').check()
  const shown = page.getByRole('region', { name: 'The link' }).locator('code')
  const link = await shown.innerText()
  await guest.goto(link)
  await guest.getByRole('button', { name: 'Study this deck' }).click()
  await expect(guest.getByRole('link', { name: 'Study now' })).toBeVisible()

  const stranger = await browser.newContext({ baseURL })
  expect((await stranger.request.get(link)).status()).toBe(200)
  expect((await stranger.request.get(`/decks/${slug}`)).status()).toBe(404)
  await page.getByRole('button', { name: 'Make a new link' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new link' }).click()
  await expect(page.getByText('The old link is shut.')).toBeVisible()
  const renewed = await shown.innerText()
  expect(renewed).not.toBe(link)
  expect((await stranger.request.get(link)).status()).toBe(404)
  expect((await stranger.request.get(renewed)).status()).toBe(200)
  expect((await guest.goto(`/decks/${slug}`))?.status()).toBe(200)

  await page.getByRole('button', { name: 'Make an invitation' }).click()
  const invitation = await page.getByText(/\/invited\//).innerText()
  const other = await enter(browser, baseURL, 'Edi Editor')
  const others = await other.newPage()
  await openCleanly(others, invitation)
  await others.getByRole('button', { name: 'Accept' }).click()
  await expect(others.getByRole('link', { name: 'Co-authors' })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Role of Edi Editor')).toHaveValue('EDITOR')
  for (const context of [author, stranger, other]) await context.close()
})

test('a copy of a deck from the gallery takes over what its original changed', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000)
  const author = await enter(browser, baseURL, 'Orla Origin')
  const slug = await bring(author, 'original', { a: 'What is a gate?', b: 'What is a state?' })
  await send(author.request, 'PATCH', `/decks/${slug}`, { visibility: 'PUBLIC' })
  const copier = await enter(browser, baseURL, 'Cora Copy')
  const page = await copier.newPage()
  await openCleanly(page, '/gallery?search=gates+of+original')
  await page.getByRole('link', { name: 'Gates of original' }).click()
  await page.getByRole('button', { name: 'Make a copy' }).click()
  await page.getByRole('link', { name: 'Changes in the original' }).click()
  await expect(page.getByText('Up to date with the original')).toBeVisible()

  await bring(author, 'original', { a: 'What is a forget gate?', b: 'What is a state?' })
  await page.reload()
  await expect(page.locator('ins')).toContainText('forget')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Take over all' }).click()
  await expect(page.getByText('All taken over into your draft.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Up to date with the original')).toBeVisible()
  for (const context of [author, copier]) await context.close()
})
