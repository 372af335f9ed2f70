import type { Memory } from '../memory/memory'
import type { Grade } from '../memory/study-event'
import { retrievability } from '../schedule/forgetting-curve'
import { fuzzFactor } from '../schedule/fuzz'
import type { QueueCard } from './queue-input'

/** A cram goes through cards before an examination. It makes no events, so it reschedules nothing. */
export type CramOrder = 'deck' | 'weakest' | 'shuffled'

export type CramInput = {
  cards: readonly QueueCard[]
  memories: ReadonlyMap<string, Memory>
  order: CramOrder
  studyDay: number
  weights: readonly number[]
  /** Another number, another shuffle. */
  seed: number
}

const COMES_BACK_AFTER = 5

/** Ids of all cards that are not suspended: in deck order, what is least remembered first (new ones last), or shuffled. */
export function cramOrder({ cards, memories, order, studyDay, weights, seed }: CramInput): string[] {
  const rank = (card: QueueCard): number => {
    if (order === 'deck') return 0
    if (order === 'shuffled') return fuzzFactor(card.id, seed)
    const memory = memories.get(card.id)
    if (!memory || memory.stability === null || memory.lastDay === null) return 1
    return retrievability(studyDay - memory.lastDay, memory.stability, weights)
  }
  return cards
    .filter(({ id }) => !memories.get(id)?.suspended)
    .map((card) => ({ card, rank: rank(card) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.card.position - b.card.position ||
        a.card.ord - b.card.ord ||
        (a.card.id < b.card.id ? -1 : 1),
    )
    .map(({ card }) => card.id)
}

/** What is left of a cram when its first card has been answered: Again brings it back a few cards later. */
export function cramAfter(left: readonly string[], grade: Grade): string[] {
  const [first, ...rest] = left
  if (first === undefined || grade !== 1) return rest
  return [...rest.slice(0, COMES_BACK_AFTER), first, ...rest.slice(COMES_BACK_AFTER)]
}
