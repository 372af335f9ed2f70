import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sigmoidOf, tanhOf } from './activation'

const runs = { numRuns: process.env.UNROLL_FULL ? 100_000 : 3_000, seed: 6 }
const relative = (found: number, right: number) => Math.abs(found - right) / Math.max(Math.abs(right), 1e-300)

describe('the activations', () => {
  it('agree with the engine’s own to a few units in the last place, near 0 and far from it', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.double({ min: -40, max: 40, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
        (a) => {
          expect(relative(tanhOf(a), Math.tanh(a))).toBeLessThan(1e-15)
          expect(relative(sigmoidOf(a), 1 / (1 + Math.exp(-a)))).toBeLessThan(2e-15)
        },
      ),
      runs,
    )
  })

  it('are exact where nothing is left to round, and pass on what is no number', () => {
    expect([tanhOf(0), tanhOf(1000), tanhOf(-1000), sigmoidOf(0), sigmoidOf(1000), sigmoidOf(-1000)]).toEqual(
      [0, 1, -1, 0.5, 1, 0],
    )
    expect(tanhOf(Number.NaN)).toBeNaN()
    expect(sigmoidOf(Number.NaN)).toBeNaN()
  })

  it('give these very bits on every engine', () => {
    expect([tanhOf(0.3), tanhOf(-1.7), sigmoidOf(0.3), sigmoidOf(-1.7), sigmoidOf(-30)]).toEqual([
      0.2913126124515909, -0.9354090706030989, 0.574442516811659, 0.1544652650835347, 9.3576229688393e-14,
    ])
  })
})
