import type { Store } from '@/lib/store/store'
import { choiceOf, takenCount } from './import-choice'
import type { ImportSummary, PlannedDeck, StoredOptions } from './import-job'
import type { FileOrder } from './order-of-file'
import type { Item } from './staged-notes'

type Chosen = Pick<StoredOptions, 'conflicts' | 'except'>

const UNPUBLISHED = 'unpublished'

/** A draft that was never published is its author's alone: no file takes its place. */
export const mayChoose = ({ outcome, reason }: Pick<Item, 'outcome' | 'reason'>): boolean =>
  outcome === 'CONFLICT' && reason !== UNPUBLISHED

/** What is written: new and updated notes, and those in conflict for which the file was preferred. */
export function isWanted(item: Pick<Item, 'outcome' | 'reason' | 'position'>, chosen: Chosen): boolean {
  if (item.outcome === 'NEW' || item.outcome === 'UPDATED') return true
  return mayChoose(item) && choiceOf(chosen, item.position) === 'file'
}

export function wantedCount(summary: ImportSummary | null, chosen: Chosen): number {
  if (summary === null) return 0
  const { NEW = 0, UPDATED = 0 } = summary.counts
  return NEW + UPDATED + takenCount(summary, chosen)
}

/** Where the notes stand that may be decided. */
export async function listUndecided(store: Store, userId: string, importId: string): Promise<Set<number>> {
  const found = await store.importItems.listReasons(userId, importId, 'CONFLICT')
  return new Set(
    found.flatMap((item) => (mayChoose({ ...item, outcome: 'CONFLICT' }) ? [item.position] : [])),
  )
}

/** Published notes of the decks that are there and that the file does not have. */
export async function listMissing(
  store: Store,
  decks: readonly PlannedDeck[],
  fileOrder: FileOrder,
): Promise<string[]> {
  const missing = await Promise.all(
    decks.map(async ({ deckId, isNew }) => {
      if (isNew) return []
      const keys = fileOrder.get(deckId)?.keys ?? new Set()
      return (await store.notes.listOrder(deckId)).flatMap(({ id, key }) => (keys.has(key) ? [] : [id]))
    }),
  )
  return missing.flat()
}
