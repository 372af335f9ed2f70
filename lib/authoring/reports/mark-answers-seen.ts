import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/** The learner has read what became of their reports. */
export async function markAnswersSeen(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'study.write', { userId })) return fail('forbidden')
  await store.cardReports.markSeen(userId, now)
  return ok(undefined)
}
