import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { getRun } from './get-run'
import type { RunView } from './run-view'

type Input = { link: string; named: string | null; locale: Locale }

/** The learner's run of a quiz that an address names, else the latest one that is not finished; null for neither. */
export async function findRunToShow(
  store: Store,
  actor: SignedIn,
  { link, named, locale }: Input,
  now: number,
): Promise<Result<RunView | null>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const runs = (await store.quizRuns.listByUser(actor.userId)).filter(
    ({ quiz, assignmentId }) => quiz.link === link && assignmentId === null,
  )
  const shown = runs.find(({ id }) => id === named) ?? runs.find(({ finishedAt }) => finishedAt === null)
  return shown === undefined ? ok(null) : getRun(store, actor, { id: shown.id, locale }, now)
}
