import { describe, expect, it } from 'vitest'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { makeExercise } from '@/lib/core/exercises/make-exercise'
import { beginAttempt, check, giveUp, openHint, outcomeOf, type } from './attempt-state'

const exercise = makeExercise(getExercise('lstm-h'), 1, 'state')
const valuesOf = (task: string): string[] => {
  const asked = exercise.tasks.find(({ id }) => id === task)
  if (asked?.kind !== 'values') throw new Error('not a task of values')
  return Array.from(exercise.sheet?.trace.steps[asked.step][asked.quantity] ?? [], (value) =>
    value.toFixed(3),
  )
}
const tasks = exercise.tasks.map(({ id }) => id)

describe('an attempt', () => {
  it('is finished by the last first answer, and right when all are', () => {
    let state = beginAttempt(0, 'a')
    for (const [n, task] of tasks.entries()) {
      expect(outcomeOf(state, exercise, 'stepwise')).toBeNull()
      state = check(type(state, task, valuesOf(task)), exercise, 'stepwise', task, 10 + n)
    }
    expect(outcomeOf(state, exercise, 'stepwise')).toBe('right')
    expect(state.finishedAt).toBe(10 + tasks.length - 1)
  })

  it('counts the first answer: what is corrected later stays a mistake', () => {
    let state = beginAttempt(0, 'a')
    for (const task of tasks) {
      state = check(
        type(
          state,
          task,
          valuesOf(task).map(() => '9'),
        ),
        exercise,
        'stepwise',
        task,
        1,
      )
      state = check(type(state, task, valuesOf(task)), exercise, 'stepwise', task, 2)
      expect(state.verdicts[task]?.verdict).toBe('correct')
    }
    expect(outcomeOf(state, exercise, 'stepwise')).toBe('wrong')
  })

  it('takes what cannot be read as no answer at all', () => {
    const [task] = tasks
    const unreadable = check(type(beginAttempt(0, 'a'), task, ['8 cm']), exercise, 'stepwise', task, 1)
    expect(unreadable.verdicts[task]?.verdict).toBe('not-a-number')
    expect(unreadable.first).toEqual({})
  })

  it('counts hints only until it is finished', () => {
    const hinted = openHint(openHint(beginAttempt(0, 'a'), tasks[0]), tasks[0])
    expect(openHint(giveUp(hinted, 5), tasks[0]).countedHints).toBe(2)
  })

  it('is wrong when given up', () => {
    expect(outcomeOf(giveUp(beginAttempt(0, 'a'), 5), exercise, 'stepwise')).toBe('wrong')
  })
})
