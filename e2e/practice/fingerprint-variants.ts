import { listExercises } from '../../lib/core/exercises/exercise-registry'
import { makeExercise } from '../../lib/core/exercises/make-exercise'
import { hashText } from '../../lib/core/exercises/random-stream'

const rungs = listExercises().flatMap((module) =>
  module.rungs.map((_, index) => ({ module, rung: index + 1 })),
)

/**
 * Everything of the variants of the seeds from `first` on, every exercise and rung in turn: what is asked, the numbers
 * to the last bit and every value that is computed from them. One hash a seed, so that two engines can be compared.
 */
export function fingerprintVariants(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const seed = first + n
    const { module, rung } = rungs[seed % rungs.length]
    const exercise = makeExercise(module, rung, `everywhere ${seed}`)
    return `${module.id} ${rung} ${hashText(JSON.stringify(exercise, plainLists))}`
  })
}

const plainLists = (_: string, value: unknown): unknown =>
  value instanceof Float64Array ? Array.from(value) : value
