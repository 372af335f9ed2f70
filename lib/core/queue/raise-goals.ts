import type { Queue } from './queue'
import type { DayGoals } from './queue-input'

/**
 * Study more: the goals with which the queue has so many more new cards and reviews today, deck after deck as far as
 * there are any. Good until the queue's study day ends.
 */
export function raiseGoals(queue: Queue, more: { new: number; reviews: number }): DayGoals {
  const left = { ...more }
  const byDeck: Record<string, { new: number; reviews: number }> = {}
  for (const [deckId, held] of Object.entries(queue.heldBackByDeck)) {
    const given = { new: Math.min(left.new, held.new), reviews: Math.min(left.reviews, held.reviews) }
    left.new -= given.new
    left.reviews -= given.reviews
    const done = queue.doneByDeck[deckId]
    const queued = queue.countsByDeck[deckId]
    byDeck[deckId] = {
      new: done.new + queued.new + given.new,
      reviews: done.reviews + queued.review + given.reviews,
    }
  }
  return { studyDay: queue.studyDay, byDeck }
}
