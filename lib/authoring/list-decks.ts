import type { Actor } from '@/lib/core/access/actor'
import { can, type DeckSubject } from '@/lib/core/access/can'
import { isHouseDeck } from '@/lib/core/access/is-house-deck'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { summarizeDeck, type DeckSummary } from './deck-summary'

/** Every deck that the viewer is offered: the house's, their own and shared ones, those they study, and public ones. */
export async function listDecks(store: Store, actor: Actor): Promise<Result<{ decks: DeckSummary[] }>> {
  const userId = actor.kind === 'user' ? actor.userId : null
  const rows = await store.decks.listFor(userId)
  const [counts, memberships, enrolments, opened] = await Promise.all([
    store.decks.countCards(rows.map(({ id }) => id)),
    userId === null ? [] : store.deckMembers.listByUser(userId),
    userId === null ? [] : store.enrolments.listByUser(userId),
    userId === null
      ? new Set<string>()
      : store.assignments.listOpenedDecks(
          userId,
          rows.flatMap(({ id, visibility }) => (visibility === 'PUBLIC' ? [] : [id])),
        ),
  ])
  const roleOf = new Map(memberships.map(({ deckId, role }) => [deckId, role]))
  const studied = new Set(enrolments.map(({ deckId }) => deckId))
  const decks = rows.flatMap((deck) => {
    const subject: DeckSubject = {
      ownerId: deck.ownerId,
      isHouse: isHouseDeck(deck),
      visibility: deck.visibility,
      memberRole: roleOf.get(deck.id) ?? null,
      isEnrolled: studied.has(deck.id),
      holdsLink: false,
      isAssigned: opened.has(deck.id),
    }
    if (!can(actor, 'deck.read', subject)) return []
    return [summarizeDeck(actor, deck, subject, counts.get(deck.id) ?? 0)]
  })
  return ok({ decks })
}
