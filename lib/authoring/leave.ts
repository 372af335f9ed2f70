import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** Stops studying a deck. Every answer and memory stays: who comes back goes on where they left. */
export async function leave(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<undefined>> {
  const { userId } = actor
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  await store.enrolments.delete(userId, found.deck.id)
  return ok(undefined)
}
