import type { ClientAttempt } from '@/lib/core/exercises/attempt'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { findExercise } from '@/lib/core/exercises/exercise-registry'
import { keptExercise, makeExercise } from '@/lib/core/exercises/make-exercise'

export type PosedAttempt = Pick<ClientAttempt, 'exercise' | 'rung' | 'seed' | 'generatorVersion' | 'numbers'>

/**
 * The variant that an attempt answered: from its seed while the generator is the same, so that nobody brings numbers of
 * their own; from its kept numbers when the generator has changed since. Null when it is no exercise of this house.
 */
export function poseAttempt({
  exercise,
  rung,
  seed,
  generatorVersion,
  numbers,
}: PosedAttempt): Exercise | null {
  const skill = findExercise(exercise)
  if (skill === null) return null
  if (rung > skill.rungs.length) return null
  if (skill.generatorVersion === generatorVersion) return makeExercise(skill, rung, seed)
  try {
    return keptExercise(skill, rung, seed, numbers)
  } catch {
    return null // the numbers are the client's own: whatever is wrong with them is its mistake
  }
}
