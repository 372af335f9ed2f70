import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { newLinkToken } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

export type DeckSharing = { visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC'; link: string | null }

/**
 * Who may find a deck. Made private, it stays with those who study it (DESIGN.md §3). An unlisted deck opens by its
 * link alone, which dies when the deck is private or public again.
 */
export async function changeDeck(
  store: Store,
  actor: SignedIn,
  { slug, visibility }: { slug: string; visibility: DeckSharing['visibility'] },
  now: number,
): Promise<Result<DeckSharing>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { id, shareToken, barredReason, visibility: before } = found.deck
  if (visibility === 'PUBLIC' && barredReason !== null) return fail('forbidden', { reason: 'deck-barred' })
  const link = visibility === 'UNLISTED' ? (shareToken ?? newLinkToken()) : null
  if (visibility === before && link === shareToken) return ok({ visibility, link })
  return store.transaction(async (tables) => {
    const isChanged = await tables.decks.setVisibility(id, actor.userId, { visibility, shareToken: link })
    if (!isChanged) return fail('conflict')
    const detail = { from: before, to: visibility }
    await audit(tables, { actorId: actor.userId, verb: 'deck-visibility-changed', deckId: id, detail }, now)
    return ok({ visibility, link })
  })
}
