import type { HardCard } from '@/lib/core/classroom/hardest-cards'
import type { Localized, RenderedSide } from '@/lib/core/content/content'
import type { Store } from '@/lib/store/store'

export type ShownHardCard = HardCard & { sides: Localized<RenderedSide> }

/** Cards with what they show, as published now. */
export async function hardCardsWithSides(store: Store, cards: HardCard[]): Promise<ShownHardCard[]> {
  if (cards.length === 0) return []
  const faces = await store.studyCards.listFaces(cards.map(({ cardId }) => cardId))
  const notes = await store.studyCards.listPublishedNotes([...new Set(faces.map(({ noteId }) => noteId))])
  return cards.map((card) => {
    const face = faces.find(({ id }) => id === card.cardId)
    const note = notes.find(({ id }) => id === face?.noteId)
    return { ...card, sides: note?.content.cards.find(({ ord }) => ord === face?.ord)?.sides ?? {} }
  })
}
