import { rm } from 'node:fs/promises'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { applyImport } from './apply-import'
import { listUndecided } from './choose-notes'
import { finishImport } from './finish-import'
import { isSamePlace } from './import-choice'
import { optionsOf, renderedFileOf, type ImportOptions, type StoredOptions } from './import-job'
import { placeAgain } from './place-again'
import { runInTurn } from './running-imports'
import { takeImportBack } from './take-import-back'

async function findOwn(store: Store, actor: SignedIn, id: string): Promise<Result<ImportJobRow>> {
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(actor.userId, id)
  return job ? ok(job) : fail('not-found')
}

const notReady = () => fail('conflict', { reason: 'import-not-ready' })

/** Other decks, another language, other tags: the preview is made anew. What only decides is kept as it is. */
export async function chooseForImport(
  store: Store,
  actor: SignedIn,
  { id, options }: { id: string; options: ImportOptions },
  now: number,
): Promise<Result<undefined>> {
  const found = await findOwn(store, actor, id)
  if (!found.ok) return found
  const { userId } = actor
  const before = optionsOf(found.value)
  if (before && isSamePlace(before, options)) {
    const undecided = await listUndecided(store, userId, id)
    if (!options.except.every((position) => undecided.has(position)))
      return fail('invalid', { reason: 'not-in-conflict' })
    const { conflicts, except, remove, scheduling, study } = options
    const chosen: StoredOptions = { ...before, conflicts, except, remove, scheduling, study }
    return (await store.importJobs.change(userId, id, ['READY'], { options: chosen }, now))
      ? ok(undefined)
      : notReady()
  }
  if (!(await store.importJobs.change(userId, id, ['READY'], { status: 'READING' }, now))) return notReady()
  void runInTurn(userId, id, (report) => placeAgain(store, actor, found.value, options, now, report))
  return ok(undefined)
}

/** Writes what the preview shows. The answer comes at once. */
export async function beginToApply(
  store: Store,
  actor: SignedIn,
  { id, calendar }: { id: string; calendar: StudyCalendar },
  now: number,
): Promise<Result<undefined>> {
  const found = await findOwn(store, actor, id)
  if (!found.ok) return found
  const { userId } = actor
  if (!(await store.importJobs.change(userId, id, ['READY'], { status: 'APPLYING' }, now))) return notReady()
  void runInTurn(userId, id, async (report) => {
    // As it was chosen until now: nothing is chosen any more.
    const job = (await store.importJobs.find(userId, id)) ?? found.value
    await applyImport(store, actor, job, calendar, now, report)
    await forgetRendered(job, now)
  })
  return ok(undefined)
}

/** Forgets an import that nothing came of, or that is to be kept no longer: it cannot be undone any more then. */
export async function dropImport(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<undefined>> {
  const found = await findOwn(store, actor, id)
  if (!found.ok) return found
  const job = found.value
  if (job.status === 'APPLYING') return notReady()
  // Once it is forgotten, nobody could tell what is left of it.
  if (job.status === 'FAILED') await takeImportBack(store, job, now)
  await finishImport(store, job, now)
  await store.importJobs.delete(actor.userId, id)
  await forgetRendered(job, now)
  return ok(undefined)
}

async function forgetRendered({ userId, sha256 }: ImportJobRow, now: number): Promise<void> {
  const file = await findUpload(userId, sha256, now)
  if (file !== null) await rm(renderedFileOf(file), { force: true })
}
