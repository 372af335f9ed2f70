import type { SignedIn } from '@/lib/core/access/actor'
import type { ImportItemRow } from '@/lib/store/import-items'
import type { ImportJobRow } from '@/lib/store/import-jobs'
import type { Store } from '@/lib/store/store'
import {
  contentOf,
  imagesOf,
  optionsOf,
  summaryOf,
  type ImportOptions,
  type StoredOptions,
} from './import-job'
import { listUndecided } from './choose-notes'
import { failImport, ImportFailed } from './import-failed'
import { planDecks, groupOf } from './plan-decks'
import { NotePlacer } from './place-notes'
import { countMissing, takesFileOrder } from './read-import'
import { readableImages } from './readable-images'
import type { Report } from './running-imports'

const PART = 50
const ROWS_A_WRITE = 20

/** Other choices: the same notes laid beside other decks, in another language, with other tags. */
export async function placeAgain(
  store: Store,
  actor: SignedIn,
  job: ImportJobRow,
  options: ImportOptions,
  now: number,
  report: Report,
): Promise<void> {
  const { userId, id } = job
  try {
    const summary = summaryOf(job)
    if (!summary) throw new ImportFailed({ code: 'interrupted' })
    report('comparing', 0, summary.noteCount)
    const items = await listNotes(store, userId, id)
    const notes = items.flatMap((item) => contentOf(item).note ?? [])
    const keysOf = (group: string) =>
      notes.flatMap(({ key, deck }) =>
        groupOf(summary.decks[deck].name, options.nested) === group ? [key] : [],
      )
    const decks = await planDecks(
      store,
      actor,
      options,
      { decks: summary.decks, keysOf },
      optionsOf(job)?.decks ?? [],
      now,
    )
    const targets = Object.fromEntries(decks.map((deck) => [deck.group, deck.isNew ? null : deck.slug]))
    const stored: StoredOptions = { ...options, decks, targets }
    const images = await readableImages(store, actor, notes, imagesOf(job))
    const placer = new NotePlacer(store, userId, summary.decks, stored, images.hashOf, now)
    let done = 0
    const places: { deckId: string | null; noteId: string | null }[] = []
    for (let at = 0; at < items.length; at += PART) {
      const part = items.slice(at, at + PART)
      const placed = await placer.place(
        part.flatMap((item) => {
          const { note } = contentOf(item)
          return note ? [{ position: item.position, note }] : []
        }),
      )
      for (let row = 0; row < placed.length; row += ROWS_A_WRITE)
        await store.transaction((tables) =>
          tables.importItems.place(userId, id, placed.slice(row, row + ROWS_A_WRITE)),
        )
      places.push(...placed)
      done += part.length
      report('comparing', done, items.length)
    }
    const removed = await countMissing(placer, stored, notes, summary)
    const isReordered = await takesFileOrder(placer, job.format, stored, places)
    const counts = await store.importItems.count(userId, id)
    const undecided = await listUndecided(store, userId, id)
    const unreadable = summary.unreadableCount
    await store.importJobs.change(
      userId,
      id,
      ['READING'],
      {
        status: 'READY',
        // What is in conflict no longer is nobody's to decide.
        options: { ...stored, except: options.except.filter((position) => undecided.has(position)) },
        summary: {
          ...summary,
          undecided: undecided.size,
          isReordered,
          counts: { ...counts, ...(unreadable > 0 ? { UNREADABLE: unreadable } : {}) },
          removed,
        },
      },
      now,
    )
  } catch (error) {
    await failImport(store, userId, id, error, now)
  }
}

/** All but those that cannot be read. */
async function listNotes(store: Store, userId: string, id: string) {
  const items: Omit<ImportItemRow, 'staged'>[] = []
  for (let after = -1; ;) {
    const part = await store.importItems.listPart(userId, id, after, 200, [
      'NEW',
      'UPDATED',
      'UNCHANGED',
      'CONFLICT',
    ])
    const last = part.at(-1)
    if (!last) return items
    items.push(...part)
    after = last.position
  }
}
