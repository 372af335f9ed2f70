import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/** One of the actor's own; another's is not found. */
export async function endSession(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<undefined>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  return (await store.sessions.revoke(actor.userId, id, now)) ? ok(undefined) : fail('not-found')
}
