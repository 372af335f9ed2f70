import type { DeckExam } from '../queue/exam'
import type { PackTask } from './study-pack'

/** The exams that a learner's classes announce. */
export function examsOf(tasks: readonly PackTask[]): DeckExam[] {
  return tasks.flatMap((task) =>
    task.kind === 'deck' && task.examAt !== null ? [{ deckId: task.deck.id, examAt: task.examAt }] : [],
  )
}
