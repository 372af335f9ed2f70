import { cookieName, cookieOptions, isHttpsRequest, setCookieHeader } from './cookies'
import { getSessionSecret } from './session-secret'
import { encodeSessionToken, SESSION_SECONDS, type SessionIds } from './session-token'

/** A Set-Cookie header that makes this browser the session's, or signs it out. */
export async function sessionCookie(headers: Headers, ids: SessionIds | null): Promise<string> {
  const isHttps = isHttpsRequest(headers)
  const name = cookieName('session', isHttps)
  if (ids === null) return setCookieHeader(name, '', cookieOptions(isHttps, 0))
  return setCookieHeader(
    name,
    await encodeSessionToken(ids, getSessionSecret()),
    cookieOptions(isHttps, SESSION_SECONDS),
  )
}
