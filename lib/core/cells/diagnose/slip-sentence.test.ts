import { expect, it } from 'vitest'
import { getExercise } from '../../exercises/exercise-registry'
import { gradeAttempt } from '../../exercises/grade-attempt'
import { makeExercise } from '../../exercises/make-exercise'

it('never writes Σ, a sum, where it begins a sentence with σ', () => {
  const messages = Array.from({ length: 40 }, (_, seed) => {
    const exercise = makeExercise(getExercise('lstm-f'), 1, String(seed))
    const responses = Object.fromEntries(
      exercise.tasks.flatMap((task) =>
        task.kind === 'values'
          ? [[task.id, Array.from(exercise.sheet?.trace.steps[task.step].a_f ?? [], (a) => a.toFixed(3))]]
          : [],
      ),
    )
    return gradeAttempt(exercise, 'hard', responses).tasks[0].message.en
  })
  expect(messages.some((message) => message.startsWith('σ left out'))).toBe(true)
  expect(messages.filter((message) => message.includes('Σ'))).toEqual([])
})

it('leaves the name of a gate small where it begins a sentence', () => {
  const exercise = makeExercise(getExercise('lstm-C'), 1, 'small')
  const { sheet } = exercise
  if (sheet === null) throw new Error('it computes a cell state')
  const [step] = sheet.trace.steps
  const initial = sheet.trace.initial.C
  const C = Array.from(step.i, (i, k) => (i * initial[k] + step.f[k] * step.C_tilde[k]).toFixed(3))
  const task = exercise.tasks[0]
  const { message } = gradeAttempt(exercise, 'hard', { [task.id]: C }).tasks[0]
  expect(message.en).toMatch(/^f and i swapped\./)
})
