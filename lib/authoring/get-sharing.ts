import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import type { DeckSharing } from './change-deck'
import { findReadableDeck } from './deck-subject'

/** Who may find a deck of one's own, with its link, and why it may not stand in the gallery. */
export async function getSharing(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<DeckSharing & { barredReason: string | null }>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { visibility, shareToken, barredReason } = found.deck
  return ok({ visibility, link: shareToken, barredReason })
}
