import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { openQuiz } from './open-quiz'
import { quizOfRun } from './quiz-of-run'
import { runView, type RunView } from './run-view'

/** A run of one's own; what is right only once it is finished and its class may be told. */
export async function getRun(
  store: Store,
  actor: SignedIn,
  { id, locale }: { id: string; locale: Locale },
  now: number,
): Promise<Result<RunView>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const run = await store.quizRuns.find(actor.userId, id)
  const sat = run && (await quizOfRun(store, run, now))
  if (!run || !sat) return fail('not-found')
  const { questions } = await openQuiz(store, actor, sat.quiz)
  return ok(runView(run, sat, questions, locale))
}
