import type { Localized, NoteKind, RenderedSide } from '@/lib/core/content/content'
import { NEW_MEMORY } from '@/lib/core/memory/memory'
import type { Grade } from '@/lib/core/memory/study-event'
import { DEFAULT_SETTINGS } from '@/lib/core/schedule/default-settings'
import { previewGrades, type Interval } from '@/lib/core/schedule/schedule'
import type { Store } from '@/lib/store/store'

export type SampleCard = {
  id: string
  kind: NoteKind
  sides: Localized<RenderedSide>
  /** What each grade would do to a learner who sees this card for the first time. */
  intervals: Record<Grade, Interval>
}

export type Samples = { cards: SampleCard[]; deckCards: number }

/** A few real cards of the first of the house's decks, for a visitor who has no account. */
export async function listSampleCards(store: Store, now: number): Promise<Samples> {
  const [deckId] = await store.decks.listHouseIds()
  if (deckId === undefined) return { cards: [], deckCards: 0 }
  const notes = (await store.notes.listByDeck(deckId)).flatMap(({ id, published }) =>
    published ? [{ id, published }] : [],
  )
  const deckCards = notes.reduce((sum, { published }) => sum + published.cards.length, 0)
  // A formula to be filled in shows best what the deck is; the middle of the deck comes first.
  const telling = notes.filter(
    ({ published: { kind, cards } }) =>
      kind === 'CLOZE' && cards.some(({ sides }) => Object.values(sides).some(hasDisplayedFormula)),
  )
  const chosen = [0.5, 0, 1].flatMap((share) => telling[Math.round(share * (telling.length - 1))] ?? [])
  const cards = [...new Set(chosen)].flatMap(({ id, published: { kind, cards } }) =>
    cards.slice(0, 1).map(({ sides }) => ({ id, kind, sides, intervals: firstIntervals(id, now) })),
  )
  return { cards, deckCards }
}

const hasDisplayedFormula = ({ front }: RenderedSide): boolean => front.includes('katex-display')

function firstIntervals(cardId: string, now: number): Record<Grade, Interval> {
  const previews = previewGrades({
    cardId,
    memory: NEW_MEMORY,
    settings: DEFAULT_SETTINGS,
    answeredAt: now,
    studyDay: 0, // nothing was answered before, so the day cannot matter
  })
  return {
    1: previews[1].interval,
    2: previews[2].interval,
    3: previews[3].interval,
    4: previews[4].interval,
  }
}
