import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, listAccessibilityProblems, test } from '../fixtures'
import { launchServer, type LaunchedServer } from '../launch-server'
import { newPerson, signUpByForm } from './people-for-tests'

// A house of its own, because it has but one first administrator.
let server: LaunchedServer
let dataDir: string

test.beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'unroll-people-'))
  server = await launchServer({ DATA_DIR: dataDir })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('the first administrator, roles, and a link for who forgot their password', async ({
  browser,
  complaints,
}) => {
  test.setTimeout(120_000)
  complaints.expect(/4(04|09|22)/)
  const ada = newPerson('Ada Wren')
  const tom = newPerson('Tom Reed')
  const tomContext = await browser.newContext({ baseURL: server.url, locale: 'en-GB' })
  const toms = await tomContext.newPage()
  await signUpByForm(toms, tom)
  await toms.waitForURL(/\/today$/)
  expect((await toms.goto('/people'))?.status()).toBe(404)

  const adaContext = await browser.newContext({ baseURL: server.url, locale: 'en-GB' })
  const page = await adaContext.newPage()
  await page.goto(server.claimPath ?? 'no claim link was printed')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await page.waitForURL(/\/sign-up\?from=/)
  await signUpByForm(page, ada)
  await expect(page).toHaveURL(new RegExp(`${server.claimPath ?? ''}$`))
  await page.getByRole('button', { name: 'Become administrator' }).click()
  await page.getByRole('link', { name: 'See the people here' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People')
  expect(await listAccessibilityProblems(page)).toEqual([])
  await page.getByLabel('Role of Tom Reed').selectOption('Instructor')
  await expect(page.getByText('Tom Reed: Instructor.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Role of Tom Reed')).toHaveValue('INSTRUCTOR')
  await page.getByLabel('Role of Ada Wren').selectOption('Learner')
  await expect(page.getByText(/at least one administrator/)).toBeVisible()
  await expect(page.getByLabel('Role of Ada Wren')).toHaveValue('ADMIN')

  await page.getByLabel('Search by name or e-mail address').fill(tom.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('row', { name: /Ada Wren/ })).toBeHidden()
  await page.getByRole('button', { name: 'Make a reset link for Tom Reed' }).click()
  const dialog = page.getByRole('dialog', { name: 'A new password for Tom Reed' })
  const link = await dialog.getByText(/\/reset\//).innerText()

  await toms.goto(link)
  await toms.getByLabel('New password').fill('one that I will not forget')
  await toms.getByRole('button', { name: 'Set password' }).click()
  await toms.getByRole('link', { name: 'Sign in', exact: true }).last().click()
  await toms.getByLabel('E-mail address').fill(tom.email)
  await toms.getByLabel('Password').fill('one that I will not forget')
  await toms.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(toms).toHaveURL(/\/today$/)
  await tomContext.close()
  await adaContext.close()
})
