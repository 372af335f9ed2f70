import { buildQueue } from '@/lib/core/queue/queue'
import { examsOf } from '@/lib/core/study/exams-of'
import type { StudyState } from './study-state'

/** What the next study day will ask, as things stand. */
export function countTomorrow({ pack, cards, memories, queue }: StudyState): { due: number; new: number } {
  const { counts } = buildQueue({
    decks: pack.decks,
    presets: pack.presets,
    revisions: pack.revisions,
    cards: [...cards.values()],
    memories,
    answers: [],
    now: queue.studyDayEndsAt,
    calendar: pack.learner,
    exams: examsOf(pack.tasks ?? []),
  })
  return { due: counts.review + counts.learning + counts.laterToday, new: counts.new }
}
