import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'

/** The owner takes somebody out, or a co-author leaves. What they wrote stays, and so does what they study. */
export async function removeMember(
  store: Store,
  actor: SignedIn,
  { slug, userId }: { slug: string; userId: string },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  const isLeaving = userId === actor.userId
  const verb = isLeaving ? 'deck.members' : 'deck.own'
  if (!can(actor, verb, found.subject)) return fail('forbidden')
  const deckId = found.deck.id
  return store.transaction(async (tables) => {
    if (!(await tables.deckMembers.delete(deckId, userId))) return fail('not-found')
    await audit(
      tables,
      {
        actorId: actor.userId,
        verb: isLeaving ? 'member-left' : 'member-removed',
        deckId,
        personId: userId,
      },
      now,
    )
    return ok(undefined)
  })
}
