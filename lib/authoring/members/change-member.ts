import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'

export async function changeMember(
  store: Store,
  actor: SignedIn,
  { slug, userId, role }: { slug: string; userId: string; role: 'EDITOR' | 'VIEWER' },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const deckId = found.deck.id
  return store.transaction(async (tables) => {
    if (!(await tables.deckMembers.setRole({ deckId, userId, role }))) return fail('not-found')
    await audit(
      tables,
      { actorId: actor.userId, verb: 'member-role-changed', deckId, personId: userId, detail: { to: role } },
      now,
    )
    return ok(undefined)
  })
}
