import { buildQueue } from '@/lib/core/queue/queue'
import type { StudyState } from './study-state'

/** Reviews and learning cards of the next study day, as things stand; new cards come on top. */
export function countTomorrow({ pack, cards, memories, queue }: StudyState): number {
  const { counts } = buildQueue({
    decks: pack.decks,
    presets: pack.presets,
    revisions: pack.revisions,
    cards: [...cards.values()],
    memories,
    answers: [],
    now: queue.studyDayEndsAt,
    calendar: pack.learner,
  })
  return counts.review + counts.learning + counts.laterToday
}
