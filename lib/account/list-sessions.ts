import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

export type SessionView = {
  id: string
  isCurrent: boolean
  createdAt: number
  lastSeenAt: number
  expiresAt: number
  userAgent: string
}

export async function listSessions(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<SessionView[]>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  const current = 'sessionId' in actor.via ? actor.via.sessionId : null
  const rows = await store.sessions.listLiveByUser(actor.userId, now)
  return ok(
    rows.map(({ id, createdAt, lastSeenAt, expiresAt, userAgent }) => ({
      id,
      isCurrent: id === current,
      createdAt,
      lastSeenAt,
      expiresAt,
      userAgent,
    })),
  )
}
