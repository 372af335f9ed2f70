import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findGuestToMerge } from './find-guest-to-merge'

/** What the guest learned stays apart, and this browser forgets the guest. */
export async function declineMerge(
  store: Store,
  actor: SignedIn,
  { guestSessionId }: { guestSessionId: string | null },
  now: number,
): Promise<Result<undefined>> {
  const guest = await findGuestToMerge(store, actor, guestSessionId, now)
  if (!guest || guestSessionId === null) return fail('not-found', { reason: 'not-mergeable' })
  await store.sessions.revoke(guest.id, guestSessionId, now)
  return ok(undefined)
}
