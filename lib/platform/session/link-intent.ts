import { decode, encode } from 'next-auth/jwt'
import { cookieName, cookieOptions, isHttpsRequest, readCookie, setCookieHeader } from './cookies'
import { getSessionSecret } from './session-secret'

/**
 * Before somebody goes to the provider to link their account, the settings page leaves this note of which session
 * asked. A sign-in that comes back without it never links anything, so nobody can be made to link another's identity.
 */
const SECONDS = 600
const SALT = 'link'

export async function linkIntentCookie(headers: Headers, sessionId: string | null): Promise<string> {
  const isHttps = isHttpsRequest(headers)
  const name = cookieName('link', isHttps)
  if (sessionId === null) return setCookieHeader(name, '', cookieOptions(isHttps, 0))
  const token = await encode({
    token: { sid: sessionId },
    secret: getSessionSecret(),
    salt: SALT,
    maxAge: SECONDS,
  })
  return setCookieHeader(name, token, cookieOptions(isHttps, SECONDS))
}

/** The session that asked to link, or null. */
export async function readLinkIntent(headers: Headers): Promise<string | null> {
  const cookie = readCookie(headers.get('cookie'), cookieName('link', isHttpsRequest(headers)))
  if (!cookie) return null
  const token = await decode({ token: cookie, secret: getSessionSecret(), salt: SALT }).catch(() => null)
  return typeof token?.sid === 'string' ? token.sid : null
}
