import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

const MOST_RUNS = 100

export type RunSummary = {
  id: string
  link: string
  title: string
  startedAt: number
  finishedAt: number | null
  /** Null until it is finished. */
  score: { asked: number; right: number; score: number } | null
}

/** The learner's runs, the latest first. */
export async function listRuns(store: Store, actor: SignedIn): Promise<Result<{ runs: RunSummary[] }>> {
  if (!can(actor, 'study.read', { userId: actor.userId })) return fail('forbidden')
  const rows = await store.quizRuns.listByUser(actor.userId, MOST_RUNS)
  const runs = rows.map(({ id, quiz, startedAt, finishedAt, score }) => ({
    id,
    link: quiz.link,
    title: quiz.title,
    startedAt,
    finishedAt,
    score: score && { asked: score.asked, right: score.right, score: score.score },
  }))
  return ok({ runs })
}
