import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/**
 * Takes a deck out of the gallery, with a reason that its owner reads; or (null) lets it be published there again. It
 * stays with those who study it.
 */
export async function barDeck(
  store: Store,
  actor: SignedIn,
  { deckId, reason }: { deckId: string; reason: string | null },
  now: number,
): Promise<Result<undefined>> {
  if (!can(actor, 'house.manage', null)) return fail('not-found')
  const deck = await store.decks.find(deckId)
  if (!deck || deck.ownerId === null) return fail('not-found') // the house's own decks are not in the gallery
  return store.transaction(async (tables) => {
    if (!(await tables.decks.setBarred(deckId, reason))) return fail('conflict')
    const verb = reason === null ? 'gallery-opened' : 'gallery-barred'
    const detail = reason === null ? undefined : { reason }
    await audit(tables, { actorId: actor.userId, verb, deckId, detail }, now)
    return ok(undefined)
  })
}
