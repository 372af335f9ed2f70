import { foldLog, type FoldResult } from '@/lib/core/memory/fold'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { StudyTx } from '@/lib/store/study-writes'

/** A card's whole log as stored, folded under the revisions that it names. */
export async function foldStoredLog(tx: StudyTx, userId: string, cardId: string): Promise<FoldResult> {
  const log = await tx.listCardEvents(userId, cardId)
  return foldLog(log, { cardId, revisions: await revisionsOf(tx, userId, log) })
}

async function revisionsOf(
  tx: StudyTx,
  userId: string,
  events: StudyEvent[],
): Promise<Record<string, SchedulerSettings>> {
  const revisions: Record<string, SchedulerSettings> = {}
  for (const id of new Set(events.map((event) => event.schedulerRevisionId))) {
    const settings = await tx.findRevision(userId, id)
    if (settings !== null) revisions[id] = settings
  }
  return revisions
}
