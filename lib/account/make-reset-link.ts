import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { openResetLink } from './open-reset-link'

/** For somebody who forgot their password and stands before the administrator: shown once, to be handed over. */
export async function makeResetLink(
  store: Store,
  actor: SignedIn,
  { userId }: { userId: string },
  now: number,
): Promise<Result<{ token: string; expiresAt: number }>> {
  if (!can(actor, 'people.manage', null)) return fail('not-found')
  const user = await store.users.find(userId)
  if (!user || user.guest) return fail('not-found')
  return ok(await openResetLink(store, { userId, actorId: actor.userId }, now))
}
