import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'

/** The link opens nothing any more. */
export async function revokeInvite(
  store: Store,
  actor: SignedIn,
  { slug, id }: { slug: string; id: string },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const deckId = found.deck.id
  return store.transaction(async (tables) => {
    if (!(await tables.deckInvites.revoke(deckId, id, now))) return fail('not-found')
    await audit(tables, { actorId: actor.userId, verb: 'invite-revoked', deckId }, now)
    return ok(undefined)
  })
}
