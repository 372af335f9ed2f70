import { readFile } from 'node:fs/promises'
import { expect, test } from '../fixtures'
import { newPerson, signUpByForm } from './people-for-tests'

test('what is changed in the general settings is there after a reload', async ({ guest: page }) => {
  await page.goto('/settings')
  await page.getByLabel('Time zone').selectOption('Asia/Shanghai')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.getByLabel('A new day begins at').selectOption('06:00')
  await page.getByRole('switch', { name: 'Swipe to grade' }).click()
  await page.getByLabel('Appearance').selectOption('Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByLabel('Language').selectOption('中文')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('设置')
  await expect(page.getByText('已保存。')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('时区')).toHaveValue('Asia/Shanghai')
  await expect(page.getByLabel('新的一天从几点开始')).toHaveValue('6')
  await expect(page.getByRole('switch', { name: '滑动评分' })).not.toBeChecked()
  await expect(page.getByLabel('外观')).toHaveValue('dark')
  const me: unknown = await (await page.request.get('/api/v1/me')).json()
  expect(me).toMatchObject({
    learner: { locale: 'zh', theme: 'dark', timeZone: 'Asia/Shanghai', dayStartsAtHour: 6, swipes: false },
  })
})

test('an appearance once chosen is there in the first paint', async ({ guest: page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/settings')
  await page.getByLabel('Appearance').selectOption('Dark')
  await expect(page.getByText('Saved.')).toBeVisible()
  const html = await (await page.request.get('/decks')).text()
  expect(html).toContain('data-theme="dark"')
})

test('limits, steps and retention are saved, and what cannot be read is said', async ({ guest: page }) => {
  await page.goto('/settings/studying')
  await page.getByLabel('New cards a day').fill('7')
  await page.getByLabel('Reviews a day, at most').fill('120')
  await page.getByLabel('Reviews come').selectOption('the longest due first')
  await page.getByLabel('When learning').fill('1m banana')
  await expect(page.getByText('“banana” is not a step.')).toBeVisible()
  await page.getByLabel('When learning').fill('30s 10m 1d')
  await page.getByLabel('Remember when asked').fill('85')
  await expect(page.getByText(/comes after \d+ days at 85%/)).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('New cards a day')).toHaveValue('7')
  await expect(page.getByLabel('Reviews a day, at most')).toHaveValue('120')
  await expect(page.getByLabel('Reviews come')).toHaveValue('dueDay')
  await expect(page.getByLabel('When learning')).toHaveValue('30s 10m 1d')
  await expect(page.getByLabel('Remember when asked')).toHaveValue('85')
})

test('a deck is studied under a set of options of its own', async ({ guest: page }) => {
  await page.goto('/settings/studying')
  await page.getByRole('button', { name: 'New set' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Before the exam')
  await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click()
  await expect(page.getByLabel('Set of options')).toContainText('Before the exam')

  await page.goto('/decks/rnn-lstm-gru')
  await page.getByText('Study options: ').click()
  await page.getByLabel('Set of options').selectOption('Before the exam')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Study options: Before the exam')).toBeVisible()
})

test('an account’s name, address, password, tokens and sessions', async ({
  page,
  browser,
  complaints,
  baseURL,
}) => {
  complaints.expect(/422/)
  const person = newPerson()
  await signUpByForm(page, person)
  await page.waitForURL(/\/today$/)
  await page.goto('/settings/account')

  await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('Saved.')).toBeVisible()

  const elsewhere = await browser.newContext({ baseURL })
  const other = await elsewhere.newPage()
  await other.goto('/sign-in')
  await other.getByLabel('E-mail address').fill(person.email)
  await other.getByLabel('Password').fill(person.password)
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.waitForURL(/\/today$/)

  await page.getByLabel('Current password').fill('not it')
  await page.getByLabel('New password').fill('another sentence to remember')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('The current password is not right.')).toBeVisible()
  await page.getByLabel('Current password').fill(person.password)
  await page.getByLabel('New password').fill('another sentence to remember')
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page.getByText('Changed. Every other session has ended.')).toBeVisible()
  await other.goto('/settings')
  await expect(other).toHaveURL(/\/sign-in/)
  await elsewhere.close()

  await page.getByLabel('What it is for').fill('a script')
  await page.getByRole('button', { name: 'Make token' }).click()
  const secret = await page.getByText(/^unroll_/).innerText()
  const asScript = await fetch(`${baseURL ?? ''}/api/v1/me`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(await asScript.json()).toMatchObject({ learner: { name: 'Ada Lovelace' } })
  await page
    .getByRole('listitem')
    .filter({ hasText: 'a script' })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await expect(page.getByText('No tokens.')).toBeVisible()
  const revoked = await fetch(`${baseURL ?? ''}/api/v1/me`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(revoked.status).toBe(401)
})

test('everything is downloaded, then the account is deleted', async ({ page, complaints }) => {
  complaints.expect(/4(01|22)/)
  const person = newPerson()
  await signUpByForm(page, person)
  await page.waitForURL(/\/today$/)
  await page.goto('/settings/account')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download everything' }).click()
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8')) as unknown
  expect(file).toMatchObject({ format: 'unroll-export', person: { email: person.email } })
  expect(JSON.stringify(file)).not.toContain('argon2')

  await page.getByRole('button', { name: 'Delete account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password, to be sure').fill('not it')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog.getByText('The current password is not right.')).toBeVisible()
  await dialog.getByLabel('Your password, to be sure').fill(person.password)
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page).toHaveURL(/\/$/)
  expect(await (await page.request.get('/api/v1/me')).json()).toEqual({ learner: null })
})
