import type { SignedIn } from '@/lib/core/access/actor'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { IncomingNote } from '@/lib/exchange/incoming'
import { getLog } from '@/lib/platform/log'
import { findUpload } from '@/lib/platform/uploads/upload-folder'
import type { ImportOutcome } from '@/lib/store/import-items'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import { AFTER_THE_HOUSE } from '../deck-position'
import { isWanted, listMissing, wantedCount } from './choose-notes'
import { finishImport } from './finish-import'
import { failImport, ImportFailed, mustBe } from './import-failed'
import {
  contentOf,
  imagesOf,
  optionsOf,
  renderedFileOf,
  summaryOf,
  type ImportFailure,
  type PlannedDeck,
  type StoredOptions,
} from './import-job'
import { openExchangeWorker, type ExchangeWorker } from './open-exchange-worker'
import { readFileOrder } from './order-of-file'
import { readableImages, type ReadableImages } from './readable-images'
import { nextVersions, revealImport } from './reveal-import'
import type { Report } from './running-imports'
import { StagedHistories } from './staged-histories'
import { StagedImages } from './staged-images'
import { StagedNotes } from './staged-notes'
import { takeImportBack } from './take-import-back'

const PART = 80

/**
 * Everything is rendered in the worker and written where nobody sees it: a new deck belongs to nobody yet, a new note
 * of a deck that is there counts as deleted, and what a note will be waits beside it. Then one short transaction
 * shows it all. What fails before that leaves nothing.
 */
export async function applyImport(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  calendar: StudyCalendar,
  now: number,
  report: Report,
): Promise<void> {
  const worker = openExchangeWorker()
  let histories: StagedHistories | null = null
  try {
    const options = optionsOf(job)
    if (!options) throw new ImportFailed({ code: 'interrupted' })
    const revisionId = options.scheduling ? await findRevision(store, job.userId) : null
    if (revisionId !== null) histories = new StagedHistories(store, job, calendar, revisionId, now)
    const { staged, heardAt } = await stageAll(store, actor, { job, options, worker, histories, now, report })
    const fileOrder = await readFileOrder(store, job.userId, job.id)
    const missing = options.remove ? await listMissing(store, options.decks, fileOrder) : []
    const next = await nextVersions(store, { job, options, staged, missing }, fileOrder)
    const revealed = { job, options, staged, histories: histories?.count ?? 0, missing, next, heardAt, now }
    const result = await store.transaction((tables) => revealImport(tables, actor, revealed))
    if (!result.ok) throw new ImportFailed({ code: failureOf(result.detail) })
  } catch (error) {
    // The answer to a COMMIT may be lost: what stands by now is not taken back.
    if (!(await isShown(store, job))) {
      await takeImportBack(store, job, now)
      await failImport(store, job.userId, job.id, error, now)
    }
  } finally {
    await worker.close()
  }
  try {
    const shown = await store.importJobs.find(job.userId, job.id)
    if (shown) await finishImport(store, shown, now)
  } catch (err) {
    // It stands. What is left of it is done later: see recover-imports.ts.
    getLog().error({ err, importId: job.id }, 'an import was shown and is not settled yet')
  }
}

async function isShown(store: Store, { userId, id }: ImportJobRow): Promise<boolean> {
  const status = (await store.importJobs.find(userId, id))?.status
  return status === 'APPLIED' || status === 'UNDONE'
}

type Staging = {
  job: ImportJobRow
  options: StoredOptions
  worker: ExchangeWorker
  histories: StagedHistories | null
  now: number
  report: Report
}

async function stageAll(
  store: Store,
  actor: SignedIn,
  { job, options, worker, histories, now, report }: Staging,
): Promise<{ staged: StagedNotes; heardAt: number }> {
  const { userId, id } = job
  const total = wantedCount(summaryOf(job), options)
  report('rendering', 0, total)
  const staged = new StagedNotes(store, job, now)
  for (const deck of options.decks) await prepareDeck(store, deck, staged, now)
  const { sizes } = await openImages(store, actor, job, worker, now)
  const images = new StagedImages(store, worker, imagesOf(job), now)
  const outcomes: ImportOutcome[] = ['NEW', 'UPDATED', 'CONFLICT']
  // What is unchanged may still bring a memory.
  if (histories) outcomes.push('UNCHANGED')
  let [done, heardAt] = [0, job.changedAt]
  for (let after = -1; ;) {
    const items = await store.importItems.listPart(userId, id, after, PART, outcomes)
    const last = items.at(-1)
    if (!last) break
    after = last.position
    const wanted = items.filter((item) => isWanted(item, options))
    await staged.stage(wanted, worker, sizes, images)
    await histories?.bring(items)
    done += wanted.length
    report('rendering', done, total)
    // Whoever looks for imports that nobody works on any more must not take this for one, and has not yet.
    const heard = Date.now()
    if (!(await store.importJobs.change(userId, id, ['APPLYING'], {}, heard, heardAt)))
      throw new ImportFailed({ code: 'interrupted' })
    heardAt = heard
  }
  report('revealing', total, total)
  return { staged, heardAt }
}

async function prepareDeck(store: Store, deck: PlannedDeck, staged: StagedNotes, now: number): Promise<void> {
  const { deckId: id, slug, title, description, isNew } = deck
  if (!isNew) {
    const found = await store.decks.find(id)
    if (!found) throw new ImportFailed({ code: 'deck-changed' })
    staged.prepare(id, { isNew, version: found.version, position: await store.notes.findNextPosition(id) })
    return
  }
  // Of nobody, and so read by nobody, until it is revealed.
  const hidden = { ownerId: null, key: null, sourceHash: null, visibility: 'PRIVATE' as const }
  const row = { ...hidden, id, slug, title, description, locales: [], version: 0, position: AFTER_THE_HOUSE }
  await store.decks.create({ ...row, createdAt: now, updatedAt: now })
  staged.prepare(id, { isNew, version: 0, position: 0 })
}

async function openImages(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  worker: ExchangeWorker,
  now: number,
): Promise<ReadableImages> {
  const own = imagesOf(job)
  const file = await findUpload(job.userId, job.sha256, now)
  if (own.length > 0 && file === null) throw new ImportFailed({ code: 'upload-gone' })
  if (own.length > 0 && file !== null) mustBe(await worker.call('openPictures', { file }))
  if (file !== null) mustBe(await worker.call('findRendered', { file: renderedFileOf(file) }))
  // What notes name beside the file's own was looked for in the preview, and may have changed hands since.
  return readableImages(store, actor, await notesWithOwnWords(store, job), own)
}

async function notesWithOwnWords(store: Store, job: ImportJobRow): Promise<IncomingNote[]> {
  const notes: IncomingNote[] = []
  if (!summaryOf(job)?.hasOwnLanguages) return notes
  for (let after = -1; ;) {
    const items = await store.importItems.listPart(job.userId, job.id, after, 500)
    const last = items.at(-1)
    if (!last) return notes
    after = last.position
    notes.push(...items.flatMap((item) => contentOf(item).note ?? []))
  }
}

async function findRevision(store: Store, userId: string): Promise<string | null> {
  const [preset] = await store.presets.listByUser(userId)
  return preset?.revisionId ?? null
}

function failureOf(detail: unknown): ImportFailure {
  const reason = typeof detail === 'object' && detail !== null && 'reason' in detail ? detail.reason : null
  const known: ImportFailure[] = ['deck-changed', 'too-many-decks', 'deck-images-full', 'own-images-full']
  return known.find((code) => code === reason) ?? 'interrupted'
}
