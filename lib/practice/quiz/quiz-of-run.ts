import { individualQuiz } from '@/lib/core/classroom/individual-quiz'
import { withheldUntil } from '@/lib/core/classroom/quiz-terms'
import type { QuizRow } from '@/lib/store/quizzes'
import type { QuizRunRow } from '@/lib/store/quiz-runs'
import type { Store } from '@/lib/store/store'

export type SatQuiz = {
  /** With the numbers that this run asks. */
  quiz: QuizRow
  /** When its class is told verdicts and right answers; null: now. */
  heldUntil: number | null
  /** When its class must have answered. */
  dueAt: number | null
}

/** The quiz that a run answers, and on what terms. */
export async function quizOfRun(store: Store, run: QuizRunRow, now: number): Promise<SatQuiz | null> {
  const [quiz, assignment] = await Promise.all([
    store.quizzes.find(run.quizId),
    run.assignmentId === null ? null : store.assignments.find(run.assignmentId),
  ])
  return (
    quiz && {
      quiz: withNumbers(quiz, run.numbersOf),
      heldUntil: assignment && withheldUntil(assignment, now),
      dueAt: assignment?.dueAt ?? null,
    }
  )
}

export const withNumbers = (quiz: QuizRow, numbersOf: string | null): QuizRow =>
  numbersOf === null ? quiz : { ...quiz, definition: individualQuiz(quiz.definition, numbersOf) }
