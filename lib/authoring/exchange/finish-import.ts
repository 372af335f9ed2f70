import { audit } from '@/lib/account/audit'
import { fail, ok } from '@/lib/core/result'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { optionsOf, summaryOf } from './import-job'
import { takeMemoriesBack } from './staged-histories'

export function isUnfinished(job: ImportJobRow): boolean {
  const summary = summaryOf(job)
  return summary?.unsettled !== undefined || summary?.isHalfUndone === true
}

/**
 * What is left to do once an import has been shown, or undone, and is too much for the one transaction that does
 * either. Its summary says that it is left, from that transaction on, so a server that is killed before the end leaves
 * it to the next one. It may be repeated.
 */
export async function finishImport(store: Store, job: ImportJobRow, now: number): Promise<void> {
  const { userId, id: importId, status } = job
  const { unsettled, isHalfUndone, ...summary } = summaryOf(job) ?? {}
  if (status === 'APPLIED' && unsettled) {
    for (const { deckId, version } of unsettled)
      await store.importItems.settle({ userId, importId, deckId }, version)
    await store.importJobs.change(userId, importId, [status], { summary }, job.changedAt)
  }
  if (status === 'UNDONE' && isHalfUndone) {
    await takeMemoriesBack(store, job, now)
    for (const { deckId, isNew } of optionsOf(job)?.decks ?? [])
      if (isNew) await removeUntouched(store, deckId, userId, now)
    await store.importJobs.change(userId, importId, [status], { summary }, job.changedAt)
  }
}

/** A deck that came with the import and that nobody has studied. */
async function removeUntouched(store: Store, deckId: string, actorId: string, now: number): Promise<void> {
  await store.transaction(async (tables) => {
    if (!(await tables.decks.removeUntouched(deckId))) return fail('conflict')
    await audit(tables, { actorId, verb: 'deck-deleted', deckId }, now)
    return ok(undefined)
  })
}
