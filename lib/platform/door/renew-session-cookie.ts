import { cookieName, cookieOptions, isHttpsRequest, setCookieHeader } from '@/lib/platform/session/cookies'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { encodeSessionToken, SESSION_SECONDS } from '@/lib/platform/session/session-token'
import type { Visitor } from './find-visitor'

const RENEW_AFTER_MS = 30 * 24 * 60 * 60_000

/** A guest's progress lives in this cookie: whoever keeps coming must not lose it when its year ends. */
export async function renewSessionCookie(
  visitor: Visitor,
  headers: Headers,
  answer: Response,
  now: number,
): Promise<void> {
  const { actor, cookieIssuedAt } = visitor
  if (actor.kind !== 'user' || !('sessionId' in actor.via)) return
  if (cookieIssuedAt === null || now - cookieIssuedAt < RENEW_AFTER_MS || answer.headers.has('set-cookie'))
    return
  const isHttps = isHttpsRequest(headers)
  const token = await encodeSessionToken(actor.via.sessionId, getSessionSecret())
  const cookie = setCookieHeader(
    cookieName('session', isHttps),
    token,
    cookieOptions(isHttps, SESSION_SECONDS),
  )
  answer.headers.append('set-cookie', cookie)
}
