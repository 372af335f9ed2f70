import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { LOCALES } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Manifest, PublishCounts } from '@/lib/store/deck-publications'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { deckSubject } from '../deck-subject'
import { fitsImageQuota } from '../image-quota'
import { takeRoomForDeck } from '../max-decks'
import { NO_COUNTS } from '../publishing/find-publication'
import { summaryOf, type PlannedDeck, type StoredOptions } from './import-job'
import { orderedAnew, saysOrder, writeOrder, type FileOrder } from './order-of-file'
import { keepBeginning, recordVersion } from './record-version'
import type { StagedNotes } from './staged-notes'

export type Revealed = {
  job: ImportJobRow
  options: StoredOptions
  staged: StagedNotes
  histories: number
  /** Of the decks that are there: what the file does not have, where that is to go. */
  missing: string[]
  next: NextVersion[]
  /** When it was last heard of: somebody who has heard nothing for long may have taken it back. */
  heardAt: number
  now: number
}

type NextVersion = {
  deckId: string
  before: number
  manifest: Manifest
  counts: PublishCounts
  /** Null where it stays. */
  order: string[] | null
}

/** Read before, so that the transaction is short; it takes each deck at the version that was read. */
export function nextVersions(
  store: Store,
  { job, options, staged, missing }: Pick<Revealed, 'job' | 'options' | 'staged' | 'missing'>,
  fileOrder: FileOrder,
): Promise<NextVersion[]> {
  const gone = new Set(missing)
  return Promise.all(
    options.decks.map(async ({ deckId, isNew }): Promise<NextVersion> => {
      const { added, changed, version } = staged.of(deckId)
      const fresh = new Set(added)
      const heads = isNew ? [] : (await store.notes.listHeads(deckId)).filter(({ id }) => !fresh.has(id))
      const shown = heads.filter(
        ({ id, deletedAt, revision }) =>
          !gone.has(id) && revision > 0 && (deletedAt === null || changed.has(id)),
      )
      const revisions = new Map([
        ...shown.map(({ id, revision }): [string, number] => [id, revision + (changed.has(id) ? 1 : 0)]),
        ...added.map((id): [string, number] => [id, 1]),
      ])
      const isSaid = !isNew && saysOrder(job.format)
      const order = isSaid
        ? orderedAnew(
            shown.map(({ id }) => id),
            (fileOrder.get(deckId)?.noteIds ?? []).filter((id) => revisions.has(id)),
          )
        : null
      const counts = {
        ...NO_COUNTS,
        added: added.length,
        changed: changed.size,
        unchanged: shown.length - changed.size,
        removed: heads.filter(({ id }) => gone.has(id)).length,
      }
      const manifest = (order ?? [...revisions.keys()]).map((id): [string, number] => [
        id,
        revisions.get(id) ?? 1,
      ])
      return { deckId, before: version, manifest, counts, order }
    }),
  )
}

/** Everything that was staged is what its readers see, or nothing is. */
export async function revealImport(
  tables: Tables,
  actor: SignedIn,
  { job, options, staged, histories, missing, next, heardAt, now }: Revealed,
): Promise<Result<undefined>> {
  const { userId, id: importId } = job
  const reordered = next.flatMap(({ deckId, before, order }) => (order === null ? [] : [{ deckId, before }]))
  const summary = {
    ...summaryOf(job),
    removed: missing.length,
    histories,
    removedIds: missing,
    unsettled: next.map(({ deckId, before }) => ({ deckId, version: before + 1 })),
    ...(reordered.length > 0 ? { reordered } : {}),
  }
  const deckIds = options.decks.map(({ deckId }) => deckId)
  const change = { status: 'APPLIED' as const, summary, deckIds }
  if (!(await tables.importJobs.change(userId, importId, ['APPLYING'], change, now, heardAt)))
    return fail('conflict', { reason: 'interrupted' })
  for (const deck of options.decks) {
    const before = deck.isNew ? null : await tables.decks.find(deck.deckId)
    if (before) await keepBeginning(tables, before)
    const revealed = deck.isNew
      ? await revealDeck(tables, userId, deck, staged, now)
      : await updateDeck(tables, actor, job, deck, staged, now)
    if (!revealed.ok) return revealed
    const version = next.find(({ deckId }) => deckId === deck.deckId)
    if (version?.order) await writeOrder(tables, deck.deckId, version.order)
    if (version) await recordVersion(tables, { ...version, byId: userId, line: job.fileName }, now)
    const fits = await fitsImageQuota(tables, before ? before.ownerId : userId, deck.deckId)
    if (!fits.ok) return fits
    if (deck.isNew)
      await audit(
        tables,
        { actorId: userId, verb: 'deck-made', deckId: deck.deckId, detail: { importId } },
        now,
      )
  }
  await tables.notes.setKinds(await tables.importItems.listKindChanges(userId, importId))
  await tables.cards.createMany(staged.newCards)
  await tables.cards.setRetired(staged.retire, now)
  await tables.cards.setRetired(staged.revive, null)
  await tables.notes.setDeleted(missing, now)
  await enrol(tables, actor, options, histories, now)
  return ok(undefined)
}

async function revealDeck(
  tables: Tables,
  userId: string,
  { deckId, key }: PlannedDeck,
  staged: StagedNotes,
  now: number,
): Promise<Result<undefined>> {
  const room = await takeRoomForDeck(tables, userId)
  if (!room.ok) return room
  const found = staged.of(deckId).locales
  const locales = LOCALES.filter((locale) => found.has(locale))
  const isRevealed = await tables.decks.reveal(deckId, { ownerId: userId, key, locales }, now)
  return isRevealed ? ok(undefined) : fail('conflict', { reason: 'interrupted' })
}

async function updateDeck(
  tables: Tables,
  actor: SignedIn,
  { userId, id: importId }: ImportJobRow,
  { deckId }: PlannedDeck,
  staged: StagedNotes,
  now: number,
): Promise<Result<undefined>> {
  const { version, locales: found } = staged.of(deckId)
  if (!(await tables.decks.update(deckId, version, {}, now)))
    return fail('conflict', { reason: 'deck-changed' })
  const before = await tables.decks.find(deckId)
  // It may have changed hands since the preview.
  if (!before || !can(actor, 'deck.edit', await deckSubject(tables, actor, before)))
    return fail('conflict', { reason: 'deck-changed' })
  const locales = LOCALES.filter((locale) => found.has(locale) || before.locales.includes(locale))
  await tables.decks.setLocales(deckId, locales)
  await tables.importItems.reveal({ userId, importId, deckId }, version + 1, now)
  return ok(undefined)
}

async function enrol(
  tables: Tables,
  { userId }: SignedIn,
  { decks, study, scheduling }: StoredOptions,
  histories: number,
  now: number,
): Promise<void> {
  const [preset] = await tables.presets.listByUser(userId)
  if (!preset) return
  for (const { deckId, isNew } of decks) {
    const isStudied = (isNew && study) || (scheduling && histories > 0)
    const known = isStudied ? await tables.enrolments.find(userId, deckId) : null
    if (isStudied && !known)
      await tables.enrolments.create({ userId, deckId, presetId: preset.id, createdAt: now })
  }
}
