import { findVisitor } from '@/lib/platform/door/find-visitor'
import type { SessionIds } from '@/lib/platform/session/session-token'
import type { Store } from '@/lib/store/store'

/**
 * A new session takes the place of the one that this browser held: an account's ends with that, a guest's is
 * carried along, so that what they learned can be united with the account when they wish.
 */
export async function takePlace(
  store: Store,
  headers: Headers,
  opened: { userId: string; sessionId: string },
  now: number,
): Promise<SessionIds> {
  const { sessionId } = opened
  const before = await findVisitor(store, headers, now)
  if (!before.ok || before.value.actor.kind === 'nobody' || before.value.claims === null) {
    return { sessionId, guestSessionId: null }
  }
  const { actor, claims } = before.value
  if (actor.guest && actor.userId !== opened.userId) return { sessionId, guestSessionId: claims.sessionId }
  await store.sessions.revoke(actor.userId, claims.sessionId, now)
  return { sessionId, guestSessionId: claims.guestSessionId }
}
