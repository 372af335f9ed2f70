import { letGoOfDeck } from '@/lib/account/let-go-of-deck'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** The owner lets go of a deck: as last published it stays with those who study it, until they leave. Nobody writes in it any more. */
export async function withdrawDeck(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { id } = found.deck
  return store.transaction(async (tables) => {
    const isWithdrawn = await letGoOfDeck(tables, { deckId: id, ownerId: actor.userId }, now)
    return isWithdrawn ? ok(undefined) : fail('conflict')
  })
}
