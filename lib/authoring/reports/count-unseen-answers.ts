import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

/** Answers to one's reports that one has not read. */
export async function countUnseenAnswers(store: Store, actor: SignedIn): Promise<Result<{ unseen: number }>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  return ok({ unseen: await store.cardReports.countUnseen(userId) })
}
