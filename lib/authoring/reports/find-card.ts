import type { Actor } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { CardRow } from '@/lib/store/cards'
import type { DeckRow } from '@/lib/store/decks'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { deckSubject } from '../deck-subject'

/** A card of a deck that the actor may read; null when there is none, and nobody can tell which. */
export async function findReadableCard(
  store: Store,
  actor: Actor,
  cardId: string,
): Promise<{ card: CardRow; note: NoteRow; deck: DeckRow; isHouse: boolean } | null> {
  const card = await store.cards.find(cardId)
  const note = card && (await store.notes.find(card.noteId))
  const deck = note && (await store.decks.find(note.deckId))
  if (!card || !note || !deck || note.published === null) return null
  const subject = await deckSubject(store, actor, deck)
  return can(actor, 'deck.read', subject) ? { card, note, deck, isHouse: subject.isHouse } : null
}
