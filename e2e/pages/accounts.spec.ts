import { expect, test } from '../fixtures'
import { newPerson, signUpByForm } from './people-for-tests'

test('an account is made, left, and entered again; a wrong password says so and keeps the address', async ({
  page,
  complaints,
}) => {
  complaints.expect(/401/)
  const person = newPerson()
  await signUpByForm(page, person)
  await expect(page).toHaveURL(/\/today$/)

  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()

  await page.goto('/settings')
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fsettings$/)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('This e-mail address and password do not go together.')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/settings$/)
})

test('a guest who makes an account stays the same learner', async ({ guest }) => {
  const before: unknown = await (await guest.request.get('/api/v1/me')).json()
  await guest.goto('/sign-up')
  await expect(guest.getByText('Everything you have learned here as a guest stays with you.')).toBeVisible()
  const person = newPerson()
  await signUpByForm(guest, person)
  await expect(guest).toHaveURL(/\/today$/)
  const after: unknown = await (await guest.request.get('/api/v1/me')).json()
  const { learner: was } = before as { learner: { id: string } } // the route's own schema
  expect(after).toMatchObject({ learner: { id: was.id, guest: false, email: person.email } })
})

test('a refused sign-up says why beside the field and keeps what was typed', async ({ page, complaints }) => {
  complaints.expect(/4(09|22)/)
  const person = newPerson()
  await signUpByForm(page, { ...person, password: 'password123' })
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('alert').filter({ hasText: /most guessed/ })).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(person.name)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL(/\/today$/)
})

test('without mail, a forgotten password leads to the administrator', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgotten your password?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgotten password')
  await expect(page.getByText('administrator can make you a link')).toBeVisible()
  await expect(page.getByLabel('E-mail address')).toHaveCount(0) // nothing is asked for that leads nowhere
})

test('a spent link for the first administrator says so, and asks nobody for an account', async ({ page }) => {
  await page.goto('/claim/this-is-not-a-real-secret')
  await expect(page.getByText('This link has been used or has expired.')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Create an account' })).toHaveCount(0)
})

test('a spent link for a new password says so before anything is typed', async ({ page }) => {
  await page.goto('/reset/this-is-not-a-real-secret')
  await expect(page.getByText('This link has been used or has expired.')).toBeVisible()
  await expect(page.getByLabel('New password')).toHaveCount(0)
  await page.getByRole('link', { name: 'Ask for another link' }).click()
  await expect(page).toHaveURL(/\/forgot-password$/)
})
