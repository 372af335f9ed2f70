import type { BrowserContext } from '@playwright/test'
import type { Theme } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'

/** What a reader chose in this browser before: language and appearance. */
export async function choose(
  context: BrowserContext,
  url: string,
  locale: Locale,
  theme: Theme,
): Promise<void> {
  await context.addCookies([
    { name: 'unroll.locale', value: locale, url },
    { name: 'unroll.theme', value: theme, url },
  ])
}

/** Policy violations, as the page itself hears them. Call before the first page is opened. */
export async function listenForViolations(context: BrowserContext): Promise<string[]> {
  const heard: string[] = []
  await context.exposeFunction('tellViolation', (violation: string) => void heard.push(violation))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, 'tellViolation')
      if (typeof tell === 'function')
        tell(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  return heard
}
