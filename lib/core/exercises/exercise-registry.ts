import type { ExerciseModule } from './exercise'
import { findTheBug } from './modules/find-the-bug'
import { gateOrder } from './modules/gate-order'
import { saturatedGate } from './modules/saturated-gate'
import { whichGate } from './modules/which-gate'
import { backpropExercises } from './modules/backprop-exercises'
import { gruExercises } from './modules/gru-exercises'
import { lstmExercises } from './modules/lstm-exercises'
import { rnnExercises } from './modules/rnn-exercises'

/** Every exercise, in the order of the ladder. Adding one is a module and a line here. */
const modules: ExerciseModule[] = [
  ...rnnExercises,
  ...lstmExercises,
  gateOrder,
  saturatedGate,
  whichGate,
  ...gruExercises,
  findTheBug,
  ...backpropExercises,
]

/** All exercises, in the order of the ladder. */
export const listExercises = (): readonly ExerciseModule[] => modules

/** The exercise of that id, or null. */
export const findExercise = (id: string): ExerciseModule | null =>
  modules.find((module) => module.id === id) ?? null

/** The exercise of that id; throws when there is none. */
export function getExercise(id: string): ExerciseModule {
  const found = findExercise(id)
  if (found === null) throw new Error(`There is no exercise ${id}`)
  return found
}
