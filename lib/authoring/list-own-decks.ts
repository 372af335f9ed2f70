import type { SignedIn } from '@/lib/core/access/actor'
import type { DeckRow } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'

export type OwnDeck = Pick<DeckRow, 'slug' | 'title'>

/** The decks that a person owns, the one changed last first. */
export async function listOwnDecks(store: Store, { userId }: SignedIn): Promise<OwnDeck[]> {
  const decks = await store.decks.listOwned(userId)
  return decks.sort((a, b) => b.updatedAt - a.updatedAt).map(({ slug, title }) => ({ slug, title }))
}
