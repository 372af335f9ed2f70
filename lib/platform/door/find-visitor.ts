import type { Actor } from '@/lib/core/access/actor'
import type { Learner } from '@/lib/core/access/learner'
import { fail, ok, type Result } from '@/lib/core/result'
import { findBearer } from './find-bearer'
import { isLeft } from './left-session'
import { cookieName, isHttpsRequest, readCookie } from '@/lib/platform/session/cookies'
import { hashSecret } from '@/lib/platform/session/one-time-secret'
import { sessionLifetimeMs } from '@/lib/platform/session/session-lifetime'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { decodeSessionToken, type SessionClaims } from '@/lib/platform/session/session-token'
import type { Store } from '@/lib/store/store'

export type Visitor = {
  actor: Actor
  learner: Learner | null
  /** What the browser's cookie said. Null for nobody, and for who came with an API token. */
  claims: SessionClaims | null
}

const NOBODY: Visitor = { actor: { kind: 'nobody' }, learner: null, claims: null }

/** How far a session's or token's last use may lag behind, so that not every request writes. */
const SEEN_EVERY_MS = 10 * 60_000

/** Who asks: by API token when there is one (cookies are then ignored), else by the session's row. */
export async function findVisitor(store: Store, headers: Headers, now: number): Promise<Result<Visitor>> {
  const bearer = findBearer(headers)
  if (bearer !== null) return findByToken(store, bearer, now)
  const name = cookieName('session', isHttpsRequest(headers))
  const cookie = readCookie(headers.get('cookie'), name)
  return ok(cookie === null ? NOBODY : await findBySession(store, cookie, isLeft(headers), now))
}

async function findBySession(
  store: Store,
  cookie: string,
  isSessionLeft: boolean,
  now: number,
): Promise<Visitor> {
  const claims = await decodeSessionToken(cookie, getSessionSecret(), now)
  const session = claims && (await store.sessions.findLive(claims.sessionId, now))
  if (!session) return NOBODY
  if (isSessionLeft) {
    await store.sessions.revoke(session.userId, session.id, now)
    return NOBODY
  }
  if (now - session.lastSeenAt > SEEN_EVERY_MS) {
    await store.sessions.touch(session.id, now, now + sessionLifetimeMs(session.guest))
  }
  const { id, userId, role, guest, name, email, locale, timeZone, dayStartsAt, theme, swipes } = session
  return {
    actor: { kind: 'user', userId, role, guest, via: { sessionId: id } },
    learner: {
      id: userId,
      name,
      email,
      role,
      guest,
      locale,
      timeZone,
      dayStartsAtHour: dayStartsAt,
      theme,
      swipes,
    },
    claims,
  }
}

async function findByToken(store: Store, secret: string, now: number): Promise<Result<Visitor>> {
  const token = secret.length > 200 ? null : await store.tokens.findLive(hashSecret(secret), now)
  if (!token) return fail('sign-in-required', { reason: 'token-refused' })
  if (now - (token.lastUsedAt ?? 0) > SEEN_EVERY_MS) await store.tokens.touch(token.id, now)
  const { user } = token
  const { id, name, email, role, guest, locale, timeZone, dayStartsAt, theme, swipes } = user
  return ok({
    actor: { kind: 'user', userId: id, role, guest, via: { tokenId: token.id, scopes: token.scopes } },
    learner: { id, name, email, role, guest, locale, timeZone, dayStartsAtHour: dayStartsAt, theme, swipes },
    claims: null,
  })
}
