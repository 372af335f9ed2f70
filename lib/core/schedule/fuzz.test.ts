import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzBounds, fuzzFactor, fuzzInterval } from './fuzz'

describe('the spread of intervals', () => {
  // Anki, rslib/src/scheduler/states/fuzz.rs, tests: interval, minimum, maximum; days at factors 0, 0.5 and 0.99.
  it.each([
    [1, 1, 1000, 1, 1, 1],
    [2.49, 1, 1000, 2, 2, 2],
    [2.5, 1, 1000, 2, 3, 4],
    [7, 1, 1000, 5, 7, 9],
    [17, 1, 1000, 14, 17, 20],
    [37, 1, 1000, 33, 37, 41],
    [2, 2, 1000, 2, 2, 2],
    [2, 3, 1000, 3, 4, 4],
    [2, 3, 3, 3, 3, 3],
    [6.9, 3, 1000, 5, 7, 9],
    [20.1, 3, 1000, 17, 20, 23],
    [100, 101, 1000, 101, 105, 108],
    [100, 1, 99, 92, 96, 99],
    [100, 97, 103, 97, 100, 103],
  ])('of %d days, at least %d and at most %d, is Anki’s', (interval, minimum, maximum, low, middle, high) => {
    expect([0, 0.5, 0.99].map((factor) => fuzzInterval(interval, minimum, maximum, factor))).toEqual([
      low,
      middle,
      high,
    ])
  })

  it('can be left out', () => {
    expect([1.5, 0.1, 101].map((interval) => fuzzInterval(interval, 1, 100, null))).toEqual([2, 1, 100])
  })

  it('stays within its bounds whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 50_000, noNaN: true }),
        fc.integer({ min: 1, max: 40_000 }),
        fc.integer({ min: 1, max: 36_500 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (interval, minimum, maximum, factor) => {
          const days = fuzzInterval(interval, minimum, maximum, factor)
          expect(Number.isInteger(days)).toBe(true)
          expect(days).toBeGreaterThanOrEqual(Math.min(minimum, maximum))
          expect(days).toBeLessThanOrEqual(maximum)
        },
      ),
      { seed: 5 },
    )
  })

  it('uses the whole range evenly: a thousand cards of 37 days fall on nine days, none of them crowded', () => {
    const days = new Map<number, number>()
    for (let i = 0; i < 1000; i++) {
      const day = fuzzInterval(37, 1, 36_500, fuzzFactor(`card-${i}`, 3))
      days.set(day, (days.get(day) ?? 0) + 1)
    }
    expect([...days.keys()].sort((a, b) => a - b)).toEqual([33, 34, 35, 36, 37, 38, 39, 40, 41])
    for (const count of days.values()) {
      expect(count).toBeGreaterThan(70)
      expect(count).toBeLessThan(160)
    }
  })

  it('is drawn anew at each answer of a card, and is the same whenever it is asked', () => {
    const draws = Array.from({ length: 50 }, (_, reps) => fuzzFactor('card', reps))
    expect(new Set(draws).size).toBe(50)
    expect(Array.from({ length: 50 }, (_, reps) => fuzzFactor('card', reps))).toEqual(draws)
    expect(fuzzBounds(100, 1, 36_500)).toEqual({ lower: 93, upper: 107 })
  })
})
