import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import type { FileFormat } from '@/lib/exchange/incoming'
import { contentOf } from './import-job'
import type { Item } from './staged-notes'

/** Our own files are whole decks, so the order of their notes is what their author means; a package's is how it was made. */
export const saysOrder = (format: FileFormat | string): boolean => format === 'deck-file' || format === 'json'

/** A file's notes by the deck that they come to, in its order, without their contents. */
export type FileOrder = Map<string, { noteIds: string[]; keys: Set<string> }>

export async function readFileOrder(store: Store, userId: string, importId: string): Promise<FileOrder> {
  const order: FileOrder = new Map()
  for (let after = -1; ;) {
    const items: Item[] = await store.importItems.listPart(userId, importId, after, 500)
    const last = items.at(-1)
    if (!last) return order
    after = last.position
    for (const item of items) {
      const key = contentOf(item).note?.key
      if (key === undefined || item.deckId === null) continue
      const own = order.get(item.deckId) ?? { noteIds: [], keys: new Set() }
      order.set(item.deckId, own)
      own.keys.add(key)
      if (item.noteId !== null && item.outcome !== 'UNREADABLE') own.noteIds.push(item.noteId)
    }
  }
}

/** The notes of a deck in a new order, the others after them; null where that is the order they have. */
export function orderedAnew(before: readonly string[], wanted: readonly string[]): string[] | null {
  const first = new Set(wanted)
  const after = [...wanted, ...before.filter((id) => !first.has(id))]
  const known = new Set(before)
  // New ones come last unless something is said.
  const unsaid = [...before, ...wanted.filter((id) => !known.has(id))]
  return after.every((id, i) => id === unsaid[i]) ? null : after
}

export async function writeOrder(tables: Tables, deckId: string, order: readonly string[]): Promise<void> {
  const places = new Map((await tables.notes.listHeads(deckId)).map(({ id, position }) => [id, position]))
  await tables.notes.setPositions(
    order.flatMap((id, position): [string, number][] =>
      places.has(id) && places.get(id) !== position ? [[id, position]] : [],
    ),
  )
}
