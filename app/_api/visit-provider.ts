import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { apiText } from '../_text/api'

/** Leaves for the sign-in provider; returns only when that failed, with a sentence. `to` is where it leads back to. */
export async function visitProvider(to: string, locale: Locale): Promise<string> {
  const text = getText(apiText, locale)
  try {
    const token: unknown = await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()
    const response = await fetch('/api/auth/signin/oidc', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...Object(token), callbackUrl: new URL(to, location.href).href, json: 'true' }),
    })
    const answer: unknown = await response.json()
    if (!response.ok || typeof answer !== 'object' || answer === null || !('url' in answer))
      return text.surprise
    location.assign(String(answer.url))
    // The page stays busy until the browser has left it.
    return await new Promise<string>(() => {})
  } catch {
    return text.offline
  }
}
