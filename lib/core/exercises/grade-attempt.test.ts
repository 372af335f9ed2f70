import { describe, expect, it } from 'vitest'
import { evaluate } from '../cells/evaluate'
import { scopeOf } from '../cells/forward'
import type { Exercise, ValuesTask } from './exercise'
import { getExercise, listExercises } from './exercise-registry'
import { gradeAttempt, gradeTask, type Responses } from './grade-attempt'
import { hintsFor, HINT_COUNT } from './hints'
import { makeExercise } from './make-exercise'
import { solutionOf } from './solution'

const rightAnswers = (exercise: Exercise, decimals = 3): Record<string, string[]> =>
  Object.fromEntries(
    exercise.tasks.map((task) => [
      task.id,
      task.kind === 'values'
        ? Array.from(exercise.sheet?.trace.steps[task.step][task.quantity] ?? [], (v) => v.toFixed(decimals))
        : task.kind === 'choice'
          ? [task.right]
          : task.kind === 'order'
            ? task.right
            : [],
    ]),
  )

const every = listExercises().flatMap((module) =>
  module.rungs.map((_, index) => ({ id: `${module.id} ${index + 1}`, module, rung: index + 1 })),
)

/** The full counts take minutes. */
const FULL = { timeout: 3_600_000 }

describe('grading', () => {
  const seeds = process.env.UNROLL_FULL ? 200 : 2
  it('takes every right answer, in both forms', FULL, () => {
    for (const { id, module, rung } of every) {
      for (let seed = 0; seed < seeds; seed++) {
        const exercise = makeExercise(module, rung, `right ${seed}`)
        for (const form of ['stepwise', 'hard'] as const) {
          const { outcome, score } = gradeAttempt(exercise, form, rightAnswers(exercise))
          expect({ outcome, score }, `${id} ${form}`).toEqual({ outcome: 'right', score: 1 })
        }
      }
    }
  })

  it(
    'names every catalogued slip of every quantity, alone or among those that tie, and never passes one',
    FULL,
    () => {
      let made = 0
      let alone = 0
      for (const { id, module, rung } of every) {
        for (let seed = 0; seed < seeds; seed++) {
          const exercise = makeExercise(module, rung, `slip ${seed}`)
          const { sheet } = exercise
          const last = exercise.tasks[exercise.tasks.length - 1]
          if (sheet === null || last.kind !== 'values') continue
          for (const slip of sheet.slips) {
            if (slip.quantity !== last.quantity || !slip.isCatalogued) continue
            const scope = scopeOf(sheet.trace, sheet.trace.steps, last.step)
            const wrong = Array.from(evaluate(slip.formula, scope, last.size), (value) => value.toFixed(3))
            const { verdict, slips } = gradeTask(exercise, last.id, { [last.id]: wrong })
            expect(['slip', 'ambiguous'], `${id} ${slip.id}`).toContain(verdict)
            expect(slips, `${id} seed ${seed}`).toContain(slip.id)
            made++
            if (slips.length === 1) alone++
          }
        }
      }
      console.info(`slips named: ${made} of ${made}, ${alone} alone`)
    },
  )

  it('says nothing of the other boxes while one is empty or no number', FULL, () => {
    const exercise = makeExercise(getExercise('rnn-a'), 2, 'boxes')
    const [task] = exercise.tasks
    const right = rightAnswers(exercise)[task.id]
    expect(gradeTask(exercise, task.id, { [task.id]: [right[0], ''] })).toMatchObject({
      verdict: 'empty',
      components: [{ verdict: 'empty' }, { verdict: 'empty' }],
    })
    const refused = gradeTask(exercise, task.id, { [task.id]: [right[0], '8 cm'] })
    expect(refused.verdict).toBe('not-a-number')
    expect(refused.message).toEqual({
      en: 'No unit belongs here, only a number.',
      zh: '这里不带单位，只填数。',
    })
    expect(gradeAttempt(exercise, 'stepwise', {}).outcome).toBe('unfinished')
  })

  it('follows a learner’s own earlier value, names it, and cannot be fooled with zeros', FULL, () => {
    const exercise = makeExercise(getExercise('lstm-h'), 2, 'follow')
    const right = rightAnswers(exercise)
    const trace = exercise.sheet?.trace
    if (!trace) throw new Error('no sheet')
    const own = Array.from(trace.steps[0].C, (value) => value + 0.2)
    const h = own.map((value, k) => (trace.steps[0].o[k] * Math.tanh(value)).toFixed(3))
    const responses: Responses = { ...right, 'C@1': own.map((value) => value.toFixed(3)), 'h@1': h }
    const followed = gradeTask(exercise, 'h@1', responses)
    expect(followed.verdict).toBe('follows')
    expect(followed.message.en).toContain('Using your C = (')
    const grade = gradeAttempt(exercise, 'stepwise', responses)
    expect(grade.outcome).not.toBe('right')
    expect(grade.score).toBe(0.5)
    const zeros: Responses = { 'C@1': ['0', '0'], 'h@1': ['0', '0'] }
    expect(gradeTask(exercise, 'h@1', zeros).verdict).not.toBe('follows')
  })
})

describe('hints and solutions', () => {
  it('are there for every task: three hints, and a line for each quantity worked', FULL, () => {
    for (const { id, module, rung } of every) {
      const exercise = makeExercise(module, rung, 'hints')
      for (const task of exercise.tasks) {
        expect(hintsFor(exercise, task.id, {}), `${id} ${task.id}`).toHaveLength(HINT_COUNT)
      }
      const solution = solutionOf(exercise)
      const values = exercise.tasks.filter((task): task is ValuesTask => task.kind === 'values')
      for (const task of values) {
        const line = solution.lines.find((each) => each.quantity === task.quantity && each.step === task.step)
        expect(line?.components.length, `${id} ${task.id}`).toBe(task.size)
      }
      expect(solution.lines.length + solution.remarks.length).toBeGreaterThan(0)
    }
  })

  it('give the value of the first open step, not of one that is right already', FULL, () => {
    const exercise = makeExercise(getExercise('lstm-step'), 1, 'third')
    const right = rightAnswers(exercise)
    const third = hintsFor(exercise, 'h@1', { 'f@1': right['f@1'] })[2]
    expect(third).toMatchObject({ tex: 'i_{1}', value: Array.from(exercise.sheet?.trace.steps[0].i ?? []) })
  })
})
