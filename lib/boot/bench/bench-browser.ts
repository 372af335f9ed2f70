import { chromium, type Browser, type Page } from '@playwright/test'
import { OperatorError } from '@/lib/platform/operator-error'
import { findBrowser, noBrowser } from '../test/find-browser'

export async function openBenchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(console.log)
  if (executablePath === null) throw new OperatorError(noBrowser())
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
}

/** A phone whose owner pressed "Study as a guest". Without the worker, whose requests no delay reaches. */
export async function openAsGuest(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Study as a guest' }).first().click()
  await page.waitForURL('**/today')
  return page
}
