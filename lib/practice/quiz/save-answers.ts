import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { withheldUntil } from '@/lib/core/classroom/quiz-terms'
import { mergeAnswers } from '@/lib/core/quiz/merge-answers'
import type { RunAnswers } from '@/lib/core/quiz/quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isOwnOutbox } from '@/lib/study/is-own-outbox'
import { beginClassRun, findClassQuiz } from './begin-class-run'
import { isSealed } from './is-sealed'
import { openQuiz } from './open-quiz'
import { withNumbers } from './quiz-of-run'
import { endOf, runView, type RunView } from './run-view'
import { takeAnswers } from './take-answers'

type Input = { id: string; sent: RunAnswers; locale: Locale }
type Of<Target> = Input & { sent: Target }

/**
 * Begins a run, or adds to it what a browser kept: of each question the latest answer counts, so it may be sent as often
 * as the network wants. A finished run stays as it is and says so.
 */
export async function saveAnswers(
  store: Store,
  actor: SignedIn,
  { id, sent, locale }: Input,
  now: number,
): Promise<Result<RunView>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  if (!(await isOwnOutbox(store, actor, sent.learner))) return fail('wrong-learner')
  return 'assignment' in sent
    ? saveForClass(store, actor, { id, sent, locale }, now)
    : saveOwn(store, actor, { id, sent, locale }, now)
}

async function saveOwn(
  store: Store,
  actor: SignedIn,
  { id, sent, locale }: Of<{ quiz: string }>,
  now: number,
): Promise<Result<RunView>> {
  const quiz = await store.quizzes.findByLink(sent.quiz)
  if (quiz === null) return fail('not-found')
  if (await isSealed(store, actor, quiz, now)) return fail('conflict', { reason: 'taken-in-class' })
  const { minutes } = quiz.definition
  const run = await store.transaction(async (tables) => {
    const taken = await tables.quizRuns.take(actor.userId, { id, quizId: quiz.id, startedAt: now })
    if (taken.quizId !== quiz.id || taken.assignmentId !== null || taken.finishedAt !== null) return taken
    const sending = { sentAt: sent.sentAt, receivedAt: now, endsAt: endOf(taken.startedAt, minutes, null) }
    const answers = mergeAnswers(taken.answers, takeAnswers(sent.answers, sending))
    await tables.quizRuns.saveAnswers(actor.userId, id, answers)
    return { ...taken, answers }
  })
  if (run.quizId !== quiz.id || run.assignmentId !== null) return fail('conflict', { reason: 'other-quiz' })
  const { questions } = await openQuiz(store, actor, quiz)
  return ok(runView(run, { quiz, heldUntil: null, dueAt: null }, questions, locale))
}

async function saveForClass(
  store: Store,
  actor: SignedIn,
  { id, sent, locale }: Of<{ assignment: string }>,
  now: number,
): Promise<Result<RunView>> {
  const assignment = await findClassQuiz(store, actor, sent.assignment)
  const quiz = assignment && (await store.quizzes.find(assignment.quizId))
  if (!assignment || !quiz) return fail('not-found')
  const { dueAt } = assignment
  const saved = await store.transaction(async (tables) => {
    const begun = await beginClassRun(tables, actor, { id, assignment }, now)
    if (!begun.ok || !begun.value.takesAnswers) return begun
    const { run } = begun.value
    const endsAt = endOf(run.startedAt, quiz.definition.minutes, dueAt)
    const sending = { sentAt: sent.sentAt, receivedAt: now, endsAt }
    const answers = mergeAnswers(run.answers, takeAnswers(sent.answers, sending))
    await tables.quizRuns.saveAnswers(actor.userId, id, answers)
    return ok({ run: { ...run, answers }, takesAnswers: true })
  })
  if (!saved.ok) return saved
  const { run } = saved.value
  const own = withNumbers(quiz, run.numbersOf)
  const { questions } = await openQuiz(store, actor, own)
  const heldUntil = withheldUntil(assignment, now)
  return ok(runView(run, { quiz: own, heldUntil, dueAt }, questions, locale))
}
