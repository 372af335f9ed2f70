import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, listAccessibilityProblems, test } from './fixtures'
import { launchServer, type LaunchedServer } from './launch-server'
import { newPerson, signUpByForm } from './pages/people-for-tests'
import { answerByKeys, openReview } from './review/study-page'

// A house of its own: its first administrator teaches.
let server: LaunchedServer
let dataDir: string

test.beforeAll(async () => {
  test.setTimeout(150_000)
  dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-classes-'))
  server = await launchServer({ DATA_DIR: dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const OWN_PAGE = { 'sec-fetch-site': 'same-origin' }
const HOUR = 3_600_000

/** As a datetime-local field takes it, in Berlin, where these browsers are. */
function inBerlin(at: number): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T').slice(0, 16)
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await listAccessibilityProblems(page), page.url()).toEqual([])
}

test('a class is made, joined on a phone, studied for and looked at', async ({ browser }) => {
  test.setTimeout(240_000)
  const desk = await browser.newContext({ baseURL: server.url, locale: 'en-GB' })
  const teacher = await desk.newPage()
  teacher.setDefaultTimeout(20_000)
  await teacher.goto(server.claimPath ?? 'no claim link was printed')
  await teacher.getByRole('link', { name: 'Create an account' }).click()
  await teacher.waitForURL(/\/sign-up\?from=/)
  await signUpByForm(teacher, newPerson('Ms Lin'))
  await teacher.getByRole('button', { name: 'Become administrator' }).click()
  await teacher.getByRole('link', { name: 'See the people here' }).waitFor()

  await teacher.goto('/classes')
  await expectAccessible(teacher)
  await teacher.getByLabel('Name', { exact: true }).fill('RNN 101')
  await teacher.getByRole('button', { name: 'Make a class' }).click()
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('RNN 101')
  const classUrl = teacher.url()
  const link = await teacher.getByText(/\/classes\/join\//).innerText()
  await expectAccessible(teacher)

  const choices = {
    title: 'Gates',
    cells: ['lstm'],
    skills: ['gates'],
    count: 2,
    difficulty: 'easy',
    minutes: null,
  }
  expect((await desk.request.post('/api/v1/quizzes', { data: choices, headers: OWN_PAGE })).status()).toBe(
    201,
  )
  await teacher.goto(`${classUrl}/assignments`)
  await expectAccessible(teacher)
  const giveDeck = teacher.locator('form').filter({ hasText: 'Give a deck' })
  await giveDeck.getByLabel('Deck').selectOption('RNN, LSTM, GRU')
  await giveDeck.getByRole('button', { name: 'Give it to the class' }).click()
  await expect(giveDeck.getByText('Given to the class.')).toBeVisible()
  const giveQuiz = teacher.locator('form').filter({ hasText: 'Give a quiz' })
  await giveQuiz.getByLabel('Feedback').selectOption('After the due date')
  await giveQuiz.getByRole('button', { name: 'Give it to the class' }).click()
  await expect(giveQuiz.getByText('Feedback after the due date needs a due date.')).toBeVisible()
  await giveQuiz.getByLabel('Due').fill(inBerlin(Date.now() + 24 * HOUR))
  await giveQuiz.getByRole('button', { name: 'Give it to the class' }).click()
  await expect(giveQuiz.getByText('Given to the class.')).toBeVisible()
  await expect(teacher.getByRole('button', { name: 'Change Gates' })).toBeVisible()

  const pocket = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const phone = await pocket.newPage()
  phone.setDefaultTimeout(20_000)
  await phone.goto(new URL(link).pathname)
  await expect(phone.getByText('Taught by: Ms Lin')).toBeVisible()
  await expect(phone.getByText('Your name. Not your e-mail address.')).toBeVisible()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Study as a guest' }).click()
  await phone.getByLabel('Your name, as the instructors read it').fill('Ben Otter')
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Join the class' }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('RNN 101')
  await expectAccessible(phone)

  await phone.goto('/today')
  const asked = phone.locator('section').filter({ hasText: 'What you are asked' })
  await expect(asked.getByText(/^0 of \d+ cards answered$/)).toBeVisible()
  await expect(asked.getByText(/due /)).toBeVisible()
  await expectAccessible(phone)
  const studyPath = await asked.getByRole('link', { name: 'Study', exact: true }).getAttribute('href')
  await openReview(phone, studyPath ?? 'no link')
  for (let n = 0; n < 3; n++) {
    await expect(phone.locator('article')).toBeVisible()
    const sent = phone.waitForResponse((response) => response.url().endsWith('/api/v1/events'))
    await answerByKeys(phone, 4)
    expect((await sent).status()).toBe(200)
  }

  await phone.goto(new URL(classUrl).pathname)
  await expect(phone.getByText(/^3 of \d+ cards answered$/)).toBeVisible()
  await phone.getByRole('link', { name: 'Take the quiz' }).click()
  await expect(phone.getByText(/Unproctored/)).toBeVisible()
  await expectAccessible(phone)
  await phone.getByRole('button', { name: 'Begin' }).click()
  for (const n of [1, 2]) {
    await expect(phone.getByRole('heading', { name: `Question ${n} of 2` })).toBeVisible()
    const boxes = phone.locator('form').getByRole('textbox')
    for (let box = 0; box < (await boxes.count()); box++) await boxes.nth(box).fill('9.5')
    await phone.getByRole('button', { name: n === 1 ? 'Next' : 'Finish' }).click()
  }
  await expect(phone.getByText(/^Handed in\. The result is told after/)).toBeVisible()
  await expect(phone.getByRole('heading', { name: 'Result' })).toHaveCount(0)
  await expect(phone.getByText('You have taken it as often as the class may.')).toBeVisible()
  await expectAccessible(phone)
  const quizPath = new URL(phone.url()).pathname

  await teacher.goto(classUrl)
  const row = teacher.getByRole('row', { name: /Ben Otter/ })
  await expect(row).toContainText('Keeping up')
  await expect(row).toContainText(/3 \/ \d+/)
  await expect(row).toContainText('best 0%')
  await expectAccessible(teacher)
  const [file] = await Promise.all([
    teacher.waitForEvent('download'),
    teacher.getByRole('link', { name: 'Export as CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^class-.*\.csv$/)
  await row.getByRole('link', { name: 'Ben Otter' }).click()
  await expect(teacher.getByRole('heading', { level: 1 })).toHaveText('Ben Otter')
  await expectAccessible(teacher)
  for (const view of ['cards', 'settings']) {
    await teacher.goto(`${classUrl}/${view}`)
    await expect(teacher.getByRole('heading', { level: 2 }).first()).toBeVisible()
    await expectAccessible(teacher)
  }

  // The due date comes, by the instructor's hand.
  const assignment = quizPath.split('/').at(-1)
  const due = await desk.request.patch(
    `/api/v1/classes/${quizPath.split('/')[2]}/assignments/${assignment}`,
    {
      data: { dueAt: Date.now() - 2 * HOUR },
      headers: OWN_PAGE,
    },
  )
  expect(due.ok()).toBe(true)
  await phone.goto(quizPath)
  await expect(phone.getByRole('heading', { name: 'Result' })).toBeVisible()
  await expect(phone.getByText('Worked solution').first()).toBeVisible()
  await expectAccessible(phone)
})
