import { LEFT_COOKIE, LEFT_SECONDS } from '@/lib/platform/session/left-cookie'

export type EndedSession = 'ended' | 'unreachable' | 'refused'

/**
 * Ends the session at /api/auth, as its own page would, and stays here. Where no server answers it is marked as left,
 * and ends with the next request that reaches one.
 */
export async function endSession(): Promise<EndedSession> {
  try {
    const token: unknown = await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()
    const csrfToken =
      typeof token === 'object' && token !== null ? Reflect.get(token, 'csrfToken') : undefined
    const response = await fetch('/api/auth/signout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ csrfToken, json: 'true' }),
    })
    return response.ok ? 'ended' : 'refused'
  } catch {
    document.cookie = `${LEFT_COOKIE}=1; path=/; max-age=${LEFT_SECONDS}; samesite=lax`
    return 'unreachable'
  }
}
