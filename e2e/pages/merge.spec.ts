import { expect, listAccessibilityProblems, test } from '../fixtures'
import { answerByKeys, enterAsGuest, everythingSent, openReview, serverLog } from '../review/study-page'
import { newPerson } from './people-for-tests'

const CASES = [
  { locale: 'en-GB', colorScheme: 'light', signIn: 'Sign in', press: 'Add to my account', kept: 2 },
  { locale: 'zh-CN', colorScheme: 'dark', signIn: '登录', press: '不并入', kept: 0 },
] as const

for (const { locale, colorScheme, signIn, press, kept } of CASES)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme, viewport: { width: 390, height: 844 } })
    test(`a guest who signs in to an account is asked, and “${press}” is what happens`, async ({
      page,
      context,
      playwright,
      baseURL,
    }) => {
      const { name, email, password } = newPerson()
      const elsewhere = await playwright.request.newContext({ baseURL })
      const made = await elsewhere.post('/api/v1/account', {
        data: { name, email, password },
        headers: { 'sec-fetch-site': 'same-origin', 'accept-language': locale },
      })
      expect(made.status()).toBe(201)
      await elsewhere.dispose()

      await enterAsGuest(page)
      await openReview(page)
      await answerByKeys(page, 3)
      await answerByKeys(page, 3)
      await everythingSent(page, 2)

      await page.goto('/sign-in')
      await page.locator('input[type=email]').fill(email)
      await page.locator('input[type=password]').fill(password)
      await page.getByRole('button', { name: signIn, exact: true }).click()
      await page.waitForURL('**/merge**')
      await expect(page.getByText(locale === 'en-GB' ? '2 answers' : '2 次')).toBeVisible()
      expect(await listAccessibilityProblems(page)).toEqual([])
      await page.getByRole('button', { name: press }).click()
      await page.waitForURL('**/today')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await serverLog(context)).toHaveLength(kept)
      // Asked once: the page has nothing to offer any more.
      await page.goto('/merge')
      await page.waitForURL('**/today')
    })
  })
