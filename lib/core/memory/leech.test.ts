import { describe, expect, it } from 'vitest'
import { NEW_MEMORY } from './memory'
import { isLeech, isLeechLapse, isLeechVerdict } from './leech'

const toldAt = (threshold: number) =>
  Array.from({ length: 20 }, (_, i) => i).filter((n) => isLeechLapse(n, threshold))

describe('a leech', () => {
  // Anki, rslib/src/scheduler/states/review.rs, test leech_threshold.
  it('is told at the threshold and at every half threshold after it', () => {
    expect(toldAt(8)).toEqual([8, 12, 16])
    expect(toldAt(3)).toEqual([3, 5, 7, 9, 11, 13, 15, 17, 19])
    expect(toldAt(1).slice(0, 3)).toEqual([1, 2, 3])
  })

  it('does not exist where the threshold is 0', () => {
    expect(toldAt(0)).toEqual([])
    expect(isLeech(100, 0)).toBe(false)
  })

  it('is told when the lapse happens, not at the answers after it', () => {
    const [seventh, eighth] = [7, 8].map((lapses) => ({ ...NEW_MEMORY, lapses }))
    expect(isLeechVerdict({ before: seventh, memory: eighth }, 8)).toBe(true)
    expect(isLeechVerdict({ before: eighth, memory: eighth }, 8)).toBe(false)
  })

  it('is marked from the threshold on', () => {
    expect([7, 8, 9].map((lapses) => isLeech(lapses, 8))).toEqual([false, true, true])
  })
})
