import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { mergeAnswers } from '@/lib/core/quiz/merge-answers'
import type { RunAnswers } from '@/lib/core/quiz/quiz'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isOwnOutbox } from '@/lib/study/is-own-outbox'
import { openQuiz } from './open-quiz'
import { endOf, runView, type RunView } from './run-view'
import { takeAnswers } from './take-answers'

type Input = { id: string; sent: RunAnswers; locale: Locale }

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
  const quiz = await store.quizzes.findByLink(sent.quiz)
  if (quiz === null) return fail('not-found')
  const { minutes } = quiz.definition
  const run = await store.transaction(async (tables) => {
    const taken = await tables.quizRuns.take(actor.userId, { id, quizId: quiz.id, startedAt: now })
    if (taken.quizId !== quiz.id || taken.finishedAt !== null) return taken
    const sending = { sentAt: sent.sentAt, receivedAt: now, endsAt: endOf(taken.startedAt, minutes) }
    const answers = mergeAnswers(taken.answers, takeAnswers(sent.answers, sending))
    await tables.quizRuns.saveAnswers(actor.userId, id, answers)
    return { ...taken, answers }
  })
  if (run.quizId !== quiz.id) return fail('conflict', { reason: 'other-quiz' })
  const { questions } = await openQuiz(store, actor, quiz)
  return ok(runView(run, minutes, questions, locale))
}
