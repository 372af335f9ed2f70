import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EXP_TABLE, fastExp } from './fast-exp'

it('is e^a within 5e-16 for every a that is not positive', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.double({ max: 0, noNaN: true }), fc.double({ min: -4, max: 0, noNaN: true })),
      (a) => {
        expect(Math.abs(fastExp(a, EXP_TABLE) - Math.exp(a))).toBeLessThan(5e-16)
      },
    ),
    { numRuns: process.env.UNROLL_FULL ? 100_000 : 3_000, seed: 2 },
  )
  expect([0, -41, -Infinity, Number.NaN].map((a) => fastExp(a, EXP_TABLE))).toEqual([1, 0, 0, Number.NaN])
})
