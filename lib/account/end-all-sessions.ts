import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

/** Everywhere, or everywhere but here. */
export async function endAllSessions(
  store: Store,
  actor: SignedIn,
  { keepsThis }: { keepsThis: boolean },
  now: number,
): Promise<Result<{ ended: number }>> {
  if (!can(actor, 'account.manage', { userId: actor.userId }) || !('sessionId' in actor.via))
    return fail('forbidden')
  const kept = keepsThis ? actor.via.sessionId : undefined
  return store.transaction(async (tables) => {
    const ended = await tables.sessions.revokeAll(actor.userId, now, kept)
    await audit(tables, { actorId: actor.userId, verb: 'sessions-ended', userId: actor.userId }, now)
    return ok({ ended })
  })
}
