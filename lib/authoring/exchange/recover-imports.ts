import { getLog } from '@/lib/platform/log'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { finishImport } from './finish-import'
import type { ImportProblem } from './import-job'
import { isRunning } from './running-imports'
import { takeImportBack } from './take-import-back'

/** Nothing was heard of it for so long: its server is gone. */
export const SILENT_MS = 120_000

/** What servers that are gone left half-way is taken back, or brought to its end. Returns how many imports it was. */
export async function recoverImports(store: Store, now: number): Promise<number> {
  let count = 0
  // One that cannot be helped now keeps no other from it.
  const attempt = async (job: ImportJobRow, help: () => Promise<boolean>) => {
    try {
      if (await help()) count++
    } catch (err) {
      getLog().error({ err, importId: job.id }, 'an import that was left half-way could not be recovered')
    }
  }
  for (const job of await store.importJobs.listSilent(now - SILENT_MS))
    await attempt(job, async () => (await recovered(store, job, now)).status === 'FAILED')
  for (const job of await store.importJobs.listUnfinished())
    await attempt(job, async () => {
      await finishImport(store, job, now)
      return true
    })
  return count
}

/**
 * One that its server left half-way has failed, as soon as nothing is left of it: until then it is under way, so that
 * whoever is killed over this leaves it to the next. Whoever works on it after all is not heard any more.
 */
export async function recovered(store: Store, job: ImportJobRow, now: number): Promise<ImportJobRow> {
  const { userId, id, status, changedAt } = job
  const isUnderWay = status === 'READING' || status === 'APPLYING'
  if (!isUnderWay || isRunning(userId, id) || now - changedAt < SILENT_MS) return job
  if (await store.importJobs.change(userId, id, [status], {}, now, changedAt)) {
    await takeImportBack(store, job, now)
    const problem: ImportProblem = { code: 'interrupted' }
    await store.importJobs.change(userId, id, [status], { status: 'FAILED', problem }, now, now)
  }
  return (await store.importJobs.find(userId, id)) ?? job
}
