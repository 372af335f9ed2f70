import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMoved } from './find-moved'
import { placeNotes } from './place-notes'
import { undoOfMove } from './undo-of-move'

const placed = (ids: string[]) => ids.map((id, place) => ({ id, place }))

function move(order: string[], ids: string[], after: string | null): string[] {
  const rest = order.filter((id) => !ids.includes(id))
  const at = after === null ? 0 : rest.indexOf(after) + 1
  return [...rest.slice(0, at), ...ids, ...rest.slice(at)]
}

const orders = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 2 })

describe('moves', () => {
  it('are told as the few notes that were moved', () => {
    expect([...findMoved([...'abcde'], [...'bcdea'])]).toEqual(['a'])
    expect([...findMoved([...'abcde'], [...'abcde'])]).toEqual([])
    expect([...findMoved([...'abc'], [...'xacb'])].length).toBe(1)
  })

  it('put notes where they were asked to be, in the order given, and are undone', () => {
    fc.assert(
      fc.property(orders, fc.nat(), fc.nat(), (order, from, to) => {
        const ids = order.filter((_, i) => (from >> i) & 1)
        const rest = order.filter((id) => !ids.includes(id))
        const after =
          rest.length === 0 || to % (rest.length + 1) === rest.length ? null : rest[to % rest.length]
        const places = new Map(placed(order).map(({ id, place }) => [id, place]))
        for (const { id, place } of placeNotes(placed(order), ids, after)) places.set(id, place)
        const moved = [...order].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))
        expect(moved).toEqual(move(order, ids, after))
        const back = undoOfMove(order, ids).reduce(
          (now, { ids: run, after: at }) => move(now, run, at),
          moved,
        )
        expect(back).toEqual(order)
        expect(findMoved(order, moved).size).toBeLessThanOrEqual(Math.min(ids.length, rest.length))
      }),
      { seed: 7, numRuns: process.env.UNROLL_FULL ? 10_000 : 500 },
    )
  })
})
