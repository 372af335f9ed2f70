import type { Bilingual } from '../cells/bilingual'
import { chooseCell } from '../cells/choose-cell'
import type { AuthoredExercise, CellExercise, FormulaExercise } from './authored-exercise'
import { checkParameters } from './check-parameters'
import { checkTexts } from './check-texts'
import { checkVariants } from './check-variants'
import { compileExercise } from './compile-exercise'
import type { ExerciseProblem } from './exercise-problem'
import { runTests } from './run-tests'
import { NO_CELL } from './sample-variants'

/** The seed from which the twenty variants follow that every save is checked with. */
export const CHECKED_SEED = '1'

/**
 * Everything that keeps an exercise from being published, each at its place: names and formulas first; only when those
 * can be read its twenty variants, and the tests that are stored with it.
 */
export function checkExercise(exercise: AuthoredExercise, seed = CHECKED_SEED): ExerciseProblem[] {
  const texts = checkTexts(exercise)
  const parts = exercise.kind === 'cell' ? checkCell(exercise) : checkFormulas(exercise)
  if (parts.length > 0) return [...texts, ...parts]
  const tests = exercise.kind === 'formulas' ? runTests(exercise) : []
  return [...texts, ...checkVariants(exercise, seed), ...tests]
}

function checkFormulas(exercise: FormulaExercise): ExerciseProblem[] {
  const problems = checkParameters(exercise.parameters)
  if (exercise.parameters.length === 0) problems.push({ at: 'parameters', message: NOTHING_DRAWN })
  if (exercise.answers.length === 0) problems.push({ at: 'answers', message: NOTHING_ASKED })
  exercise.answers.forEach(({ slips }, n) => {
    const keys = new Set<string>()
    slips.forEach(({ key }, s) => {
      if (keys.has(key)) problems.push({ at: `answers.${n}.slips.${s}`, message: SAME_KEY })
      keys.add(key)
    })
  })
  const compilation = compileExercise(exercise)
  return compilation.ok ? problems : [...problems, ...compilation.problems]
}

function checkCell(exercise: CellExercise): ExerciseProblem[] {
  const chosen = chooseCell(exercise.cell, exercise.options)
  if (!chosen.ok) return [{ ...NO_CELL, message: chosen.problem.message }]
  const { cell, options } = chosen.value
  const known = cell.form(options).quantities.map(({ id }) => id)
  const isUnknown = (id: string) => !known.includes(id)
  if (exercise.asked.length === 0) return [{ at: 'asked', message: NOTHING_ASKED }]
  if (exercise.asked.some(isUnknown)) return [{ at: 'asked', message: NO_QUANTITY }]
  if (exercise.given.some(isUnknown)) return [{ at: 'given', message: NO_QUANTITY }]
  if (exercise.given.some((id) => exercise.asked.includes(id)))
    return [{ at: 'given', message: GIVEN_AND_ASKED }]
  return []
}

const NOTHING_DRAWN: Bilingual = {
  en: 'Nothing is drawn yet: add a parameter, so that the numbers change.',
  zh: '还没有随机参数：请添加一个，数字才会变化。',
}
const NOTHING_ASKED: Bilingual = {
  en: 'Nothing is asked yet: add an answer.',
  zh: '还没有要求计算的量：请添加一个答案。',
}
const SAME_KEY: Bilingual = {
  en: 'Two mistakes of this answer have the same key.',
  zh: '这个答案有两个错误使用了同一个标识。',
}
const NO_QUANTITY: Bilingual = { en: 'This cell has no such quantity.', zh: '这个单元没有这个量。' }
const GIVEN_AND_ASKED: Bilingual = {
  en: 'What is given cannot be asked as well.',
  zh: '已给出的量不能再要求计算。',
}
