import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { apiText } from '../_text/api'

export type SignInAnswer = { ok: true } | { ok: false; message: string }

/**
 * Signs in at /api/auth as its own pages would, but stays here: a token first, then the answer as JSON. Afterwards
 * the caller loads a whole page, so that nothing of the reader before stays in memory.
 */
export async function signInWith(
  provider: 'guest' | 'password',
  fields: Record<string, string>,
  locale: Locale,
): Promise<SignInAnswer> {
  const text = getText(apiText, locale)
  try {
    const token: unknown = await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()
    const response = await fetch(`/api/auth/callback/${provider}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, csrfToken: stringIn(token, 'csrfToken'), json: 'true' }),
    })
    const url = stringIn(await response.json().catch(() => null), 'url')
    const error = url === undefined ? undefined : new URL(url, location.href).searchParams.get('error')
    // A token that next-auth did not accept is answered 200, with a way back to the sign-in page.
    const isRefused = !response.ok || error || url?.includes('csrf=true')
    return isRefused ? { ok: false, message: text.signIn[reasonOf(error)] } : { ok: true }
  } catch {
    return { ok: false, message: text.offline }
  }
}

function stringIn(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || !(key in value)) return undefined
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'string' ? found : undefined
}

function reasonOf(error: string | null | undefined): 'wrong' | 'tooMany' | 'again' {
  if (error === 'CredentialsSignin') return 'wrong'
  return error === 'too-many' ? 'tooMany' : 'again'
}
