import { expect, it } from 'vitest'
import { getExercise } from './exercise-registry'
import { askedTasks, type AttemptForm } from './grade-attempt'
import { makeExercise } from './make-exercise'
import { saysAlready } from './says-already'

it.each<[string, AttemptForm, boolean]>([
  ['lstm-C', 'stepwise', true],
  ['lstm-h', 'hard', true],
  ['rnn-a', 'stepwise', true],
  ['gate-order', 'stepwise', true],
  ['gru-convention', 'stepwise', false], // its prompt is about PyTorch, and asks for nothing
  ['lstm-step', 'hard', false],
  ['which-gate', 'stepwise', false],
])('%s, %s: the prompt says already what is asked: %s', (id, form, isSaid) => {
  const exercise = makeExercise(getExercise(id), 1, 'said')
  const [last] = askedTasks(exercise, form).slice(-1)
  expect(saysAlready(exercise.prompt, last.prompt)).toBe(isSaid)
})
