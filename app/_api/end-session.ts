export type EndedSession = 'ended' | 'unreachable' | 'refused'

/** Ends the session at /api/auth, as its own page would, and stays here. */
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
    return 'unreachable'
  }
}
