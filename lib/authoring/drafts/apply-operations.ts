import { placeNotes, type PlacedNote } from '@/lib/core/content/place-notes'
import { undoOfMove } from '@/lib/core/content/undo-of-move'
import type { NoteOperation } from './note-operation'
import { withOperation, type NoteStanding } from './with-operation'

type Standing = NoteStanding & { id: string }

export type Applied = { changed: Standing[]; places: PlacedNote[]; undo: NoteOperation[] }

/** Works out what has to be written, in memory: a change of many notes is one short transaction. */
export function applyOperations(
  order: PlacedNote[],
  standings: Standing[],
  operations: NoteOperation[],
): Applied {
  const now = new Map(standings.map((standing) => [standing.id, standing]))
  const changed = new Map<string, Standing>()
  const places = new Map<string, number>()
  const undo: NoteOperation[] = []
  let standingOrder = order

  for (const operation of operations) {
    if (operation.do === 'move') {
      const moving = operation.ids.filter((id) => now.has(id) && id !== operation.after)
      const moved = placeNotes(standingOrder, moving, operation.after)
      const undone = undoOfMove(
        standingOrder.map(({ id }) => id),
        moving,
      )
      for (const { id, place } of moved) places.set(id, place)
      standingOrder = standingOrder
        .map(({ id, place }) => ({ id, place: places.get(id) ?? place }))
        .sort((a, b) => a.place - b.place)
      undo.unshift(...undone.map((part) => ({ do: 'move' as const, ...part })))
      continue
    }
    const inverse = new Map<string, NoteOperation>()
    for (const id of operation.ids) {
      const standing = now.get(id)
      const next = standing && withOperation(standing, operation)
      if (!next) continue
      const after = { id, draft: next.draft, isDeleted: next.isDeleted }
      now.set(id, after)
      changed.set(id, after)
      const name = JSON.stringify(next.undo)
      const together = inverse.get(name)
      if (together) together.ids.push(id)
      else inverse.set(name, { ...next.undo, ids: [id] })
    }
    undo.unshift(...inverse.values())
  }
  return { changed: [...changed.values()], places: [...places].map(([id, place]) => ({ id, place })), undo }
}
