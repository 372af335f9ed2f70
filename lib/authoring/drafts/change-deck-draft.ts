import { isDeepStrictEqual } from 'node:util'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeckDraft } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'
import { findDraftDeck } from './find-draft-deck'

export type ChangeDeckDraft = {
  slug: string
  draft: DeckDraft
  /** As it was when the author began: when it is another by now, nothing is overwritten. */
  before: DeckDraft
}

export async function changeDeckDraft(
  store: Store,
  actor: SignedIn,
  { slug, draft, before }: ChangeDeckDraft,
): Promise<Result<{ draft: DeckDraft; isDeckChanged: boolean }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  return store.transaction(async (tables) => {
    await tables.decks.take(found.value.deck.id)
    const deck = await tables.decks.find(found.value.deck.id)
    if (!deck) return fail('not-found')
    const published: DeckDraft = { title: deck.title, description: deck.description }
    const drafted = deck.draft ?? published
    const isRetry = isDeepStrictEqual(drafted, draft)
    if (!isRetry && !isDeepStrictEqual(drafted, before)) {
      return fail('conflict', { reason: 'draft-changed', draft: drafted })
    }
    const isDeckChanged = !isDeepStrictEqual(draft, published)
    if (!isRetry) await tables.decks.saveDraft(deck.id, isDeckChanged ? draft : null)
    return ok({ draft, isDeckChanged })
  })
}
