import { describe, expect, it } from 'vitest'
import { listExercises } from './exercise-registry'
import { LEAST_DISTANCE, slipDistances } from './is-telling'
import { keptExercise, makeCounted, makeExercise } from './make-exercise'

const rungs = listExercises().flatMap((module) =>
  module.rungs.map((_, index) => ({ id: `${module.id} ${index + 1}`, module, rung: index + 1 })),
)
const numeric = rungs.filter(({ module }) => module.listVariants === null)

/** The full counts take minutes. */
const FULL = { timeout: 3_600_000 }

describe('every numeric exercise', () => {
  const seeds = process.env.UNROLL_FULL ? 2_000 : 8
  it(
    `keeps every catalogued slip ${LEAST_DISTANCE} away in some asked component, over ${seeds} seeds`,
    FULL,
    () => {
      const kept: string[] = []
      for (const { id, module, rung } of numeric) {
        let drawn = 0
        for (let seed = 0; seed < seeds; seed++) {
          const { exercise, draws } = makeCounted(module, rung, String(seed))
          drawn += draws
          for (const { asked, distance } of slipDistances(exercise)) {
            expect(distance, `${id} seed ${seed} ${asked}`).toBeGreaterThanOrEqual(LEAST_DISTANCE)
          }
        }
        kept.push(`${id}: ${((100 * seeds) / drawn).toFixed(1)}%`)
      }
      console.info(`share of draws kept: ${kept.join(', ')}`)
    },
  )

  it('shows what it uses: every number stands on a decimal grid, of thousandths at the finest', FULL, () => {
    for (const { id, module, rung } of numeric) {
      const { given } = makeExercise(module, rung, 'grid')
      expect(given.length, id).toBeGreaterThan(0)
      for (const { tex, rows } of given) {
        for (const value of rows.flat()) expect(`${tex} ${value}`).toMatch(/ -?\d+(\.\d{1,3})?$/)
      }
    }
  })
})

describe('every exercise', () => {
  it('is the same for the same seed, and can be posed again from its kept numbers', FULL, () => {
    for (const { module, rung } of rungs) {
      const first = makeExercise(module, rung, 'same')
      expect(makeExercise(module, rung, 'same')).toEqual(first)
      const kept: unknown = JSON.parse(JSON.stringify(first.numbers))
      expect(keptExercise(module, rung, 'same', kept as typeof first.numbers)).toEqual(first)
    }
  })

  it('has no two alike among its seeds', FULL, () => {
    const seeds = process.env.UNROLL_FULL ? 1_000 : 20
    for (const { id, module, rung } of numeric) {
      const seen = new Set<string>()
      for (let seed = 0; seed < seeds; seed++) {
        seen.add(JSON.stringify(makeExercise(module, rung, `alike ${seed}`).numbers))
      }
      expect(seen.size, id).toBe(seeds)
    }
  })
})
