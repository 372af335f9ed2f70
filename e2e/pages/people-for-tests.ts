import type { Page } from '@playwright/test'

let made = 0

export type TestPerson = { name: string; email: string; password: string }

export function newPerson(name = 'Ada Wren'): TestPerson {
  made += 1
  return { name, email: `person-${process.pid}-${made}@example.org`, password: 'a sentence to remember' }
}

export async function signUpByForm(page: Page, { name, email, password }: TestPerson): Promise<void> {
  if (!page.url().includes('/sign-up')) await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}
