import type { Bilingual } from '../cells/bilingual'
import { gradeTask } from '../exercises/grade-attempt'
import { isSameShape, readValue, type Value } from '../formula-language/value'
import type { FeedbackTest, FormulaExercise } from './authored-exercise'
import { checkParameters } from './check-parameters'
import { compileExercise } from './compile-exercise'
import { drawParameters } from './draw-parameters'
import { randomStream } from '../exercises/random-stream'
import type { ExerciseProblem } from './exercise-problem'
import { poseVariant } from './pose-authored'
import { solveVariant } from './solve-variant'

export type Feedback = { kind: 'right' | 'unknown' | 'unreadable' } | { kind: 'slip'; slip: string }

/** What an answer gets on given numbers; null where the numbers are not those of this exercise. */
export function feedbackFor(
  exercise: FormulaExercise,
  { answer, given, typed }: Pick<FeedbackTest, 'answer' | 'given' | 'typed'>,
): Feedback | null {
  const compilation = compileExercise(exercise)
  if (!compilation.ok || checkParameters(exercise.parameters).length > 0) return null
  const numbers = readGiven(exercise, given)
  if (numbers === null) return null
  const solved = solveVariant(compilation.compiled, numbers)
  if (!solved.ok) return null
  const posed = poseVariant(
    exercise,
    {
      compiled: compilation.compiled,
      seed: 'test',
      revision: 1,
      given: numbers,
      solution: solved.solution,
      untold: [],
      draws: 1,
    },
    { noteId: 'test', revision: 1, texts: null },
  )
  if (!posed.tasks.some(({ id }) => id === answer)) return null
  const { verdict, slips } = gradeTask(posed, answer, { [answer]: typed })
  if (verdict === 'correct' || verdict === 'coarse' || verdict === 'follows') return { kind: 'right' }
  if (verdict === 'slip' || verdict === 'ambiguous') return { kind: 'slip', slip: slips[0] }
  return { kind: verdict === 'unknown' ? 'unknown' : 'unreadable' }
}

/** Runs every test that is stored with the exercise. */
export function runTests(exercise: FormulaExercise): ExerciseProblem[] {
  return exercise.tests.flatMap((test, n): ExerciseProblem[] => {
    const got = feedbackFor(exercise, test)
    const at = `tests.${n}`
    if (got === null) return [{ at, message: OTHER_NUMBERS }]
    const isAsExpected =
      got.kind === 'slip' ? test.expect === 'slip' && test.slip === got.slip : got.kind === test.expect
    return isAsExpected ? [] : [{ at, message: unexpected(exercise, test, got) }]
  })
}

/** The numbers that a test keeps, where they still are one value of its shape for each parameter. */
function readGiven(exercise: FormulaExercise, given: FeedbackTest['given']): Map<string, Value> | null {
  const numbers = new Map<string, Value>()
  const shapes = drawParameters(exercise.parameters, (part) => randomStream('shapes', part))
  for (const [name, shape] of shapes) {
    const value = Object.hasOwn(given, name) ? readValue(given[name]) : null
    if (value === null || !isSameShape(value, shape)) return null
    numbers.set(name, value)
  }
  return Object.keys(given).length === numbers.size ? numbers : null
}

const OTHER_NUMBERS: Bilingual = {
  en: 'This test was kept for other parameters. Take it out, or keep it anew from a variant.',
  zh: '这条测试对应的参数已经改变。请删去它，或从某个变式重新保存。',
}

function unexpected(exercise: FormulaExercise, test: FeedbackTest, got: Feedback): Bilingual {
  const slipName = (key: string | undefined) => {
    const slips = exercise.answers.flatMap(({ slips }) => slips)
    const name = slips.find((slip) => slip.key === key)?.name ?? {}
    return { en: name.en || name.zh || key || '', zh: name.zh || name.en || key || '' }
  }
  const say = (kind: Feedback['kind'], slip: string | undefined): Bilingual => {
    if (kind === 'right') return { en: 'right', zh: '正确' }
    if (kind === 'unknown') return { en: 'wrong without a name', zh: '未知的错误' }
    if (kind === 'unreadable') return { en: 'not a number', zh: '不是数' }
    const name = slipName(slip)
    return { en: `“${name.en}”`, zh: `“${name.zh}”` }
  }
  const expected = say(test.expect, test.slip)
  const actual = say(got.kind, got.kind === 'slip' ? got.slip : undefined)
  const typed = test.typed.join(', ')
  return {
    en: `${typed} should be ${expected.en}, but is ${actual.en}.`,
    zh: `${typed} 应判为${expected.zh}，实际判为${actual.zh}。`,
  }
}
