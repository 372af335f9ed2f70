import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReport } from './find-report'

/** The card stays as it is, and the learner is told why. */
export async function answerReport(
  store: Store,
  actor: SignedIn,
  { slug, id, answer }: { slug: string; id: string; answer: string },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReport(store, actor, { slug, id })
  if (!found.ok) return found
  const settled = { status: 'ANSWERED' as const, answer, answeredById: actor.userId, answeredAt: now }
  const isSettled = await store.cardReports.settle(id, settled)
  return isSettled ? ok(undefined) : fail('conflict', { reason: 'report-settled' })
}
