import type { ClientAttempt } from '@/lib/core/exercises/attempt'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import type { Exercise } from '@/lib/core/exercises/exercise'
import { makeExercise } from '@/lib/core/exercises/make-exercise'
import type { Responses } from '@/lib/core/exercises/grade-attempt'
import { NOON, testId } from '@/lib/study/testing/seed-study'

/** What a person with pen and paper would type, to three decimals. */
export function rightResponses(exercise: Exercise): Responses {
  return Object.fromEntries(
    exercise.tasks.map((task) => [
      task.id,
      task.kind === 'values'
        ? Array.from(exercise.sheet?.trace.steps[task.step][task.quantity] ?? [], (value) => value.toFixed(3))
        : task.kind === 'numbers'
          ? (exercise.variant?.solution.answers ?? [])
              .filter(({ name }) => name === task.id)
              .flatMap(({ right }) => right.map((value) => value.toFixed(3)))
          : task.kind === 'choice'
            ? [task.right]
            : task.right,
    ]),
  )
}

export function workExercise(
  id: string,
  seed: string,
  respond: (exercise: Exercise) => Responses = rightResponses,
  more: Partial<ClientAttempt> = {},
): ClientAttempt {
  const exercise = makeExercise(getExercise(id), 1, seed)
  return {
    id: testId(),
    context: 'PRACTICE',
    exercise: id,
    rung: 1,
    form: 'stepwise',
    generatorVersion: exercise.generatorVersion,
    seed,
    numbers: exercise.numbers,
    responses: respond(exercise),
    hints: 0,
    millis: 40_000,
    startedAt: NOON - 40_000,
    finishedAt: NOON,
    ...more,
  }
}
