import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { Store } from '@/lib/store/store'
import { applyImport } from './apply-import'
import type { ImportOptions } from './import-job'
import { placeAgain } from './place-again'
import { removeStaged } from './remove-staged'
import { runInTurn } from './running-imports'

/** Other decks, another language, other tags: the preview is made anew. */
export async function chooseForImport(
  store: Store,
  actor: SignedIn,
  { id, options }: { id: string; options: ImportOptions },
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(userId, id)
  if (!job) return fail('not-found')
  if (!(await store.importJobs.change(userId, id, ['READY'], { status: 'READING' }, now)))
    return fail('conflict', { reason: 'import-not-ready' })
  void runInTurn(userId, id, (report) => placeAgain(store, actor, job, options, now, report))
  return ok(undefined)
}

/** Writes what the preview shows. The answer comes at once. */
export async function beginToApply(
  store: Store,
  actor: SignedIn,
  { id, calendar }: { id: string; calendar: StudyCalendar },
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(userId, id)
  if (!job) return fail('not-found')
  if (!(await store.importJobs.change(userId, id, ['READY'], { status: 'APPLYING' }, now)))
    return fail('conflict', { reason: 'import-not-ready' })
  void runInTurn(userId, id, (report) => applyImport(store, actor, job, calendar, now, report))
  return ok(undefined)
}

/** Forgets an import that nothing came of, or that is to be kept no longer: it cannot be undone any more then. */
export async function dropImport(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(userId, id)
  if (!job) return fail('not-found')
  if (job.status === 'APPLYING') return fail('conflict', { reason: 'import-not-ready' })
  if (job.status === 'FAILED') await removeStaged(store, job)
  await store.importJobs.delete(userId, id)
  return ok(undefined)
}
