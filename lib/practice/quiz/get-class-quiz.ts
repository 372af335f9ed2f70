import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { numbersOf } from '@/lib/core/classroom/individual-quiz'
import { whyClosed, withheldUntil, type ClosedReason } from '@/lib/core/classroom/quiz-terms'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findClassQuiz } from './begin-class-run'
import { publicQuestion, type QuizView } from './get-quiz'
import { getRun } from './get-run'
import { openQuiz } from './open-quiz'
import { withNumbers } from './quiz-of-run'
import type { RunView } from './run-view'

export type ClassQuizView = {
  /** Its questions are not shown before it starts. `link` is the assignment's id. */
  quiz: QuizView
  classId: string
  dueAt: number | null
  startsAt: number | null
  attempts: number | null
  begun: number
  numbers: 'SAME' | 'INDIVIDUAL'
  feedback: 'NOW' | 'AFTER_DUE'
  /** Why it cannot be begun now; null where it can. */
  closed: ClosedReason | 'archived' | null
  /** The run that is not finished, else the one that was named, else the latest. */
  run: RunView | null
}

type Input = { classId: string; assignmentId: string; named: string | null; locale: Locale }

/** A quiz as a learner of the class takes it, with the run to go on with or to look at. */
export async function getClassQuiz(
  store: Store,
  actor: SignedIn,
  { classId, assignmentId, named, locale }: Input,
  now: number,
): Promise<Result<ClassQuizView>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const assignment = await findClassQuiz(store, actor, assignmentId)
  if (assignment?.classId !== classId) return fail('not-found')
  const quiz = await store.quizzes.find(assignment.quizId)
  if (!quiz) return fail('not-found')
  const runs = await store.quizRuns.listOfAssignment(actor.userId, assignmentId)
  const shown =
    runs.find(({ finishedAt }) => finishedAt === null) ?? runs.find(({ id }) => id === named) ?? runs.at(0)
  const run = shown ? await getRun(store, actor, { id: shown.id, locale }, now) : null
  if (run && !run.ok) return run
  const { startsAt, dueAt, attempts, numbers, feedback } = assignment
  const closed = assignment.isArchived ? 'archived' : whyClosed(assignment, runs.length, now)
  const own = numbers === 'INDIVIDUAL' ? numbersOf(assignmentId, actor.userId) : null
  const { questions, withheld } = await openQuiz(store, actor, withNumbers(quiz, shown?.numbersOf ?? own))
  const isSealed = withheldUntil(assignment, now) !== null
  const asked = closed === 'not-started' ? [] : questions.map(publicQuestion)
  return ok({
    quiz: {
      link: assignmentId,
      title: quiz.title,
      isOwn: false,
      minutes: quiz.definition.minutes,
      // With its seed a question can be opened in practice, where it is judged at once.
      questions: asked.map((each) => (each.kind === 'computed' && isSealed ? { ...each, seed: '' } : each)),
      withheld,
    },
    classId,
    startsAt,
    dueAt,
    attempts,
    begun: runs.length,
    numbers,
    feedback,
    closed,
    run: run?.value ?? null,
  })
}
