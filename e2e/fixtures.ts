import AxeBuilder from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'

export { expect }

type Fixtures = {
  /** An address of this test's own, for limits that count by address. */
  address: string
  /** What the browser complained of; anything left at the end fails the test. */
  complaints: Complaints
  /** The page, signed in as a guest who was made for this test. */
  guest: Page
}

/** Collects console errors and uncaught exceptions. A test that provokes one says so beforehand. */
export class Complaints {
  private readonly heard: { said: string; of: string }[] = []
  private readonly expected: RegExp[] = []

  expect(pattern: RegExp): void {
    this.expected.push(pattern)
  }

  hear(said: string, of: string): void {
    this.heard.push({ said, of })
  }

  unexpected(): string[] {
    return this.heard
      .filter(({ said }) => !this.expected.some((pattern) => pattern.test(said)))
      .map(({ said, of }) => `${said} (${of})`)
  }
}

let tests = 0

export const test = base.extend<Fixtures>({
  address: async ({}, use, info) => {
    tests += 1
    await use(`10.${info.workerIndex % 250}.${Math.floor(tests / 250)}.${(tests % 250) + 1}`)
  },

  extraHTTPHeaders: async ({ address }, use) => {
    await use({ 'x-forwarded-for': address })
  },

  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints()
      context.on('console', (message) => {
        if (message.type() === 'error') complaints.hear(message.text(), message.location().url)
      })
      context.on('weberror', (error) => complaints.hear(error.error().message, error.page()?.url() ?? ''))
      await use(complaints)
      expect(complaints.unexpected(), 'the browser’s console').toEqual([])
    },
    { auto: true },
  ],

  guest: async ({ page }, use) => {
    await signIn(page.request, 'guest', { locale: 'en', timeZone: 'Europe/Berlin' })
    await use(page)
  },
})

/** Signs the browser context of `request` in, as the pages do. */
export async function signIn(
  request: APIRequestContext,
  provider: 'guest' | 'password',
  fields: Record<string, string>,
): Promise<void> {
  const token: unknown = await (await request.get('/api/auth/csrf')).json()
  const { csrfToken } = token as { csrfToken: string } // next-auth's answer
  const answer = await request.post(`/api/auth/callback/${provider}`, {
    data: { ...fields, csrfToken, json: 'true' },
    headers: { 'sec-fetch-site': 'same-origin' }, // as a page's own request says, and the door asks
  })
  expect(answer.status(), `signing in as ${provider}: ${await answer.text()}`).toBe(200)
}

/** What axe finds against WCAG 2.2 AA, one line each; empty when all is well. */
export async function listAccessibilityProblems(page: Page): Promise<string[]> {
  // No page has frames: axe need not open a second page to gather what it found in them.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['empty-table-header']) // axe does not see MathML: a heading that is a formula looks empty to it
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}
