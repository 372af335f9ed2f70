import { buildQueue } from '@/lib/core/queue/queue'
import { examsOf } from '@/lib/core/study/exams-of'
import type { StudyState } from './study-state'

export type MoreToStudy = {
  /** New cards that the day's limits hold back, up to a handful. */
  newCards: number
  /** Reviews that tomorrow would bring. */
  ahead: number
}

const HANDFUL = 10

export function moreToStudy({ pack, cards, memories, answersToday, now, queue }: StudyState): MoreToStudy {
  const heldBack = Object.values(queue.heldBackByDeck).reduce((sum, deck) => sum + deck.new, 0)
  const ahead = buildQueue({
    decks: pack.decks,
    presets: pack.presets,
    revisions: pack.revisions,
    cards: [...cards.values()],
    memories,
    answers: answersToday,
    now,
    calendar: pack.learner,
    exams: examsOf(pack.tasks ?? []),
    aheadDays: 1,
  })
  return {
    newCards: Math.min(HANDFUL, heldBack),
    ahead: Math.max(0, ahead.counts.review - queue.counts.review),
  }
}
