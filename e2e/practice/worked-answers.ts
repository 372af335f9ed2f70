import { evaluate } from '../../lib/core/cells/evaluate'
import { scopeOf } from '../../lib/core/cells/forward'
import type { Exercise, ValuesTask } from '../../lib/core/exercises/exercise'
import { getExercise } from '../../lib/core/exercises/exercise-registry'
import { makeExercise } from '../../lib/core/exercises/make-exercise'

/** The variant that the address names: the test works it out as the learner would. */
export const variantOf = (id: string, rung: number, seed: string): Exercise =>
  makeExercise(getExercise(id), rung, seed)

export function taskOf(exercise: Exercise, quantity: string): ValuesTask {
  const task = exercise.tasks.find((each) => each.kind === 'values' && each.quantity === quantity)
  if (task?.kind !== 'values') throw new Error(`${exercise.id} does not ask for ${quantity}`)
  return task
}

export function rightValues(exercise: Exercise, task: ValuesTask): string[] {
  return Array.from(exercise.sheet?.trace.steps[task.step][task.quantity] ?? [], (value) => value.toFixed(3))
}

/** What somebody gets who makes this one slip. */
export function slippedValues(exercise: Exercise, task: ValuesTask, slip: string): string[] {
  const { sheet } = exercise
  const formula = sheet?.slips.find(({ id, quantity }) => id === slip && quantity === task.quantity)?.formula
  if (!sheet || !formula) throw new Error(`${task.quantity} has no slip ${slip}`)
  const scope = scopeOf(sheet.trace, sheet.trace.steps, task.step)
  return Array.from(evaluate(formula, scope, task.size), (value) => value.toFixed(3))
}
