import type { ClientEvent } from '@/lib/core/study/event-batch'
import { newEventId } from './new-event-id'
import type { StudyState } from './study-state'

type EventWish = Pick<ClientEvent, 'kind' | 'grade' | 'millis' | 'flag' | 'target' | 'attemptId'>

/** An event of a card as this browser knows it now; the time is the browser's own, which the server corrects. */
export function newEvent(
  study: StudyState,
  cardId: string,
  browserNow: number,
  wish: EventWish,
): ClientEvent {
  const card = study.cards.get(cardId)
  const memory = study.memories.get(cardId)
  if (!card || !memory) throw new Error(`Card ${cardId} is not in the pack`)
  return {
    id: newEventId(browserNow),
    cardId,
    after: memory.showing,
    answeredAt: browserNow,
    schedulerRevisionId: presetOf(study, card.deckId).revisionId,
    noteRevision: card.noteRevision,
    ...wish,
  }
}

export function presetOf({ pack }: Pick<StudyState, 'pack'>, deckId: string) {
  const deck = pack.decks.find(({ id }) => id === deckId)
  const preset = pack.presets.find(({ id }) => id === deck?.presetId)
  if (!preset) throw new Error(`Deck ${deckId} has no preset in the pack`)
  return preset
}
