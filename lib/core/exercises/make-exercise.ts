import type { Exercise, ExerciseModule, Given } from './exercise'
import { isTelling } from './is-telling'
import { randomStream } from './random-stream'

/** Draws that are refused before giving up: a generator that needs more is at fault. */
const MOST_DRAWS = 5_000

/**
 * The variant of an exercise that a seed names: the same in every browser and on every server. Draws again until no
 * catalogued slip could pass for right.
 * @param rung from 1
 */
export function makeExercise(module: ExerciseModule, rung: number, seed: string): Exercise {
  return makeCounted(module, rung, seed).exercise
}

/** The same, with the number of draws that it took. */
export function makeCounted(
  module: ExerciseModule,
  rung: number,
  seed: string,
): { exercise: Exercise; draws: number } {
  if (!Number.isInteger(rung) || rung < 1 || rung > module.rungs.length) {
    throw new RangeError(`${module.id} has no rung ${rung}`)
  }
  const made = searchTelling(module, rung, seed, MOST_DRAWS)
  if (!made.isTelling) throw new RangeError(`${module.id} ${rung}: no telling numbers for seed ${seed}`)
  return made
}

/** Draws up to so many times, looking for numbers that tell every slip; failing that, the first draw stands. */
export function searchTelling(
  module: ExerciseModule,
  rung: number,
  seed: string,
  most: number,
): { exercise: Exercise; draws: number; isTelling: boolean } {
  const root = `${module.id} ${rung} v${module.generatorVersion} ${seed}`
  const drawn = (draws: number) =>
    keptExercise(
      module,
      rung,
      seed,
      module.draw((part) => randomStream(`${root} ${draws}`, part), rung),
    )
  for (let draws = 1; draws <= most; draws++) {
    const exercise = drawn(draws)
    if (isTelling(exercise)) return { exercise, draws, isTelling: true }
  }
  return { exercise: drawn(1), draws: most, isTelling: false }
}

/** A kept variant posed again from its numbers. Throws RangeError when they are not of this exercise. */
export function keptExercise(module: ExerciseModule, rung: number, seed: string, numbers: Given): Exercise {
  return {
    ...module.pose(numbers, rung),
    id: module.id,
    rung,
    generatorVersion: module.generatorVersion,
    seed,
    numbers,
  }
}
