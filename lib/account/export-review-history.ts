import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { foldLog } from '@/lib/core/memory/fold'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import { fail, ok, type Result } from '@/lib/core/result'
import { writeReviewHistory, type ReviewRow } from '@/lib/exchange/history/write-review-history'
import type { Store } from '@/lib/store/store'

const STATES = { NEW: 0, LEARNING: 1, REVIEW: 2, RELEARNING: 3 } as const

/** Every answer that counts, of all decks, as FSRS' optimizer reads it. */
export async function exportReviewHistory(store: Store, actor: SignedIn): Promise<Result<string>> {
  const { userId } = actor
  if (!can(actor, 'account.read', { userId })) return fail('forbidden')
  const revisions = Object.fromEntries(
    (await store.schedulerRevisions.listByUser(userId)).map(({ id, settings }) => [id, settings]),
  )
  const logs = new Map<string, StudyEvent[]>()
  for (const event of await store.studyEvents.listByUser(userId)) {
    const own = logs.get(event.cardId)
    if (own) own.push(event)
    else logs.set(event.cardId, [event])
  }
  const rows: ReviewRow[] = []
  for (const [cardId, events] of logs) {
    for (const { event, counted, before } of foldLog(events, { cardId, revisions }).verdicts) {
      if (!counted || event.kind !== 'ANSWER' || event.grade === undefined) continue
      const { answeredAt: at, grade, millis = null } = event
      rows.push({ cardId, at, grade, millis, state: STATES[before.state] })
    }
  }
  return ok(writeReviewHistory(rows.sort((a, b) => a.at - b.at || (a.cardId < b.cardId ? -1 : 1))))
}
