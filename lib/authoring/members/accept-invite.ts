import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findOpenInvite } from './find-invite'

/** Takes the role that the link carries, once. Who is in already keeps what they have, and the link stays good. */
export async function acceptInvite(
  store: Store,
  actor: SignedIn,
  { token }: { token: string },
  now: number,
): Promise<Result<{ slug: string }>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const found = await findOpenInvite(store, token, now)
  if (!found) return fail('invalid', { reason: 'link-spent' })
  const { invite, deck } = found
  const { userId } = actor
  const { hash, role } = invite
  const before = await store.deckMembers.findRole(deck.id, userId)
  if (deck.ownerId === userId || before === 'EDITOR' || before === role) return ok({ slug: deck.slug })
  return store.transaction(async (tables) => {
    if (!(await tables.deckInvites.use(hash, now))) return fail('invalid', { reason: 'link-spent' })
    await tables.deckMembers.put({ deckId: deck.id, userId, role })
    await audit(
      tables,
      { actorId: userId, verb: 'member-joined', deckId: deck.id, personId: userId, detail: { role } },
      now,
    )
    return ok({ slug: deck.slug })
  })
}
