import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { listWithheld } from './list-withheld'

const MOST_RUNS = 100

export type RunSummary = {
  id: string
  /** Null for a run that was taken for a class. */
  link: string | null
  /** For which class; null for a run of one's own, and when the class takes the quiz no more. */
  assignment: { id: string; classId: string } | null
  title: string
  startedAt: number
  finishedAt: number | null
  /** Null until it is finished and may be told. */
  score: { asked: number; right: number; score: number } | null
}

/** The learner's runs, the latest first. */
export async function listRuns(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<{ runs: RunSummary[] }>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const [rows, withheld] = await Promise.all([
    store.quizRuns.listByUser(actor.userId, MOST_RUNS),
    listWithheld(store, actor.userId, now),
  ])
  const runs = rows.map(({ id, quiz, assignment, numbersOf, startedAt, finishedAt, score }) => ({
    id,
    link: assignment !== null || numbersOf !== null ? null : quiz.link,
    assignment,
    title: quiz.title,
    startedAt,
    finishedAt,
    score: score && !withheld.has(id) ? { asked: score.asked, right: score.right, score: score.score } : null,
  }))
  return ok({ runs })
}
