import { cookieOptions, isHttpsRequest, readCookie, setCookieHeader } from '@/lib/platform/session/cookies'
import { LEFT_COOKIE } from '@/lib/platform/session/left-cookie'
import { findBearer } from './find-bearer'

/** Whether this browser signed out while it could not say so. A token's bearer has no browser. */
export function isLeft(headers: Headers): boolean {
  return findBearer(headers) === null && readCookie(headers.get('cookie'), LEFT_COOKIE) !== null
}

/** Once findVisitor has ended the session, so that whoever signs in here next stays. */
export function forgetLeft(headers: Headers, answer: Response): void {
  if (!isLeft(headers)) return
  const gone = { ...cookieOptions(isHttpsRequest(headers), 0), httpOnly: false }
  answer.headers.append('set-cookie', setCookieHeader(LEFT_COOKIE, '', gone))
}
