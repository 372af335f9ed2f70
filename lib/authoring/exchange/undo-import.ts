import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { letGoOfDeck } from '@/lib/account/let-go-of-deck'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { deckSubject } from '../deck-subject'
import { NO_COUNTS } from '../publishing/find-publication'
import { keepBeginning, recordVersion } from './record-version'
import { finishImport, isUnfinished } from './finish-import'
import { optionsOf, summaryOf } from './import-job'
import { orderedAnew, writeOrder } from './order-of-file'

/**
 * An import taken back as a whole: decks that it made are let go of, notes that it added are deleted, notes that it
 * changed are what they were, as one more revision. What somebody has changed since stays, and is counted; decks that
 * others study by now stay with them, and every memory of theirs is kept. The importer's memories that came along go
 * afterwards, in small writes between the answers of others: broken off in between, it is undone again to its end.
 */
export async function undoImport(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<{ kept: number }>> {
  const { userId } = actor
  if (!can(actor, 'deck.create', null)) return fail('forbidden', { reason: 'account-required' })
  const job = await store.importJobs.find(userId, id)
  const options = job && optionsOf(job)
  if (!job || !options) return fail('not-found')
  if (job.status === 'UNDONE' && isUnfinished(job)) {
    await finishImport(store, job, now)
    return ok({ kept: summaryOf(job)?.kept ?? 0 })
  }
  if (job.status !== 'APPLIED') return fail('conflict', { reason: 'import-not-applied' })
  // What was changed since is told by what its notes became, which has to be known by now.
  await finishImport(store, job, now)
  const undone = await store.transaction(async (tables) => {
    if (!(await tables.importJobs.change(userId, id, ['APPLIED'], { status: 'UNDONE' }, now)))
      return fail('conflict', { reason: 'import-not-applied' })
    let kept = 0
    for (const { deckId, isNew } of options.decks) {
      const deck = await tables.decks.find(deckId)
      // Deleted or handed over since: it is not the importer's to change any more.
      if (!deck || !can(actor, 'deck.edit', await deckSubject(tables, actor, deck))) continue
      if (isNew && deck.ownerId === userId) {
        await letGoOfDeck(tables, { deckId, ownerId: userId, detail: { importId: id } }, now)
        await tables.enrolments.delete(userId, deckId)
        continue
      }
      await keepBeginning(tables, deck)
      if (!(await tables.decks.update(deckId, deck.version, {}, now))) return fail('conflict')
      kept += await takeDeckBack(tables, job, deckId, deck.version + 1, now)
      await takeOrderBack(tables, job, deckId)
      await tables.notes.bringBack(deckId, summaryOf(job)?.removedIds ?? [])
      const heads = await tables.notes.listHeads(deckId)
      const manifest = heads.flatMap(({ id: noteId, revision, deletedAt }): [string, number][] =>
        deletedAt === null && revision > 0 ? [[noteId, revision]] : [],
      )
      const version = {
        deckId,
        before: deck,
        byId: userId,
        line: `\u21A9 ${job.fileName}`,
        manifest,
        counts: NO_COUNTS,
      }
      await recordVersion(tables, version, now)
    }
    const { unsettled: _settled, ...known } = summaryOf(job) ?? {}
    const summary = { ...known, kept, isHalfUndone: true as const }
    await tables.importJobs.change(userId, id, ['UNDONE'], { summary }, now)
    return ok({ kept })
  })
  if (!undone.ok) return undone
  const half = await store.importJobs.find(userId, id)
  if (half) await finishImport(store, half, now)
  return undone
}

/** The order of the version before, with what has come since after it. */
async function takeOrderBack(tables: Tables, job: ImportJobRow, deckId: string): Promise<void> {
  const reordered = summaryOf(job)?.reordered?.find((deck) => deck.deckId === deckId)
  const publication = reordered && (await tables.deckPublications.find(deckId, reordered.before))
  if (!publication) return
  const heads = await tables.notes.listHeads(deckId)
  const order = orderedAnew(
    heads.map(({ id }) => id),
    publication.manifest.map(([noteId]) => noteId),
  )
  if (order) await writeOrder(tables, deckId, order)
}

async function takeDeckBack(
  tables: Tables,
  { userId, id }: ImportJobRow,
  deckId: string,
  version: number,
  now: number,
) {
  const kept = await tables.importItems.takeBack({ userId, importId: id, deckId }, version, now)
  await tables.notes.setKinds(await tables.importItems.listKindChanges(userId, id))
  await placeCards(tables, userId, id, deckId, now)
  return kept
}

/** The cards of changed notes, as their notes have them again. */
async function placeCards(
  tables: Tables,
  userId: string,
  importId: string,
  deckId: string,
  now: number,
): Promise<void> {
  const changed = await tables.importItems.listChangedNotes(userId, importId, deckId)
  const cards = await tables.cards.listByNotes(changed.map(({ id }) => id))
  const ordsOf = new Map(changed.map(({ id, ords }) => [id, new Set(ords)]))
  const [retire, revive]: string[][] = [[], []]
  for (const card of cards) {
    const isAsked = ordsOf.get(card.noteId)?.has(card.ord) === true
    if (isAsked && card.retiredAt !== null) revive.push(card.id)
    if (!isAsked && card.retiredAt === null) retire.push(card.id)
  }
  await tables.cards.setRetired(retire, now)
  await tables.cards.setRetired(revive, null)
}
