import type { Bilingual } from '../cells/bilingual'
import { AUTHORED_LIMITS, type DrawnParameter } from './authored-exercise'
import type { ExerciseProblem } from './exercise-problem'

const UNIT = 10 ** AUTHORED_LIMITS.decimals
const isOnGrid = (value: number) => Math.abs(value * UNIT - Math.round(value * UNIT)) < 1e-6

/** Ranges that hold something, on a grid with as many decimals as are shown: what is shown is what is used. */
export function checkParameters(parameters: readonly DrawnParameter[]): ExerciseProblem[] {
  return parameters.flatMap((parameter, n): ExerciseProblem[] => {
    const at = `parameters.${n}`
    if (parameter.kind === 'choice') {
      if (parameter.values.every(isOnGrid)) return []
      return [{ at: `${at}.values`, message: TOO_FINE }]
    }
    const { low, high } = parameter
    const problems: ExerciseProblem[] = []
    if (low >= high) problems.push({ at: `${at}.high`, message: EMPTY_RANGE })
    if (parameter.kind === 'integer') {
      if (!Number.isInteger(low) || !Number.isInteger(high))
        problems.push({ at: `${at}.low`, message: NOT_WHOLE })
      return problems
    }
    const { step } = parameter
    if (![low, high, step].every(isOnGrid)) problems.push({ at: `${at}.step`, message: TOO_FINE })
    else if (low < high && step > high - low) problems.push({ at: `${at}.step`, message: STEP_TOO_WIDE })
    return problems
  })
}

/** How many different variants there can be, as far as it matters. */
export function countVariants(parameters: readonly DrawnParameter[]): number {
  return parameters.reduce((product, parameter) => {
    const entries =
      parameter.kind === 'vector'
        ? parameter.size
        : parameter.kind === 'matrix'
          ? parameter.rows * parameter.columns
          : 1
    return Math.min(1e9, product * choicesOf(parameter) ** entries)
  }, 1)
}

function choicesOf(parameter: DrawnParameter): number {
  if (parameter.kind === 'choice') return new Set(parameter.values).size
  const step = parameter.kind === 'integer' ? 1 : parameter.step
  return Math.floor((parameter.high - parameter.low) / step + 1e-9) + 1
}

const EMPTY_RANGE: Bilingual = {
  en: 'This must be larger than the lowest value.',
  zh: '最大值应大于最小值。',
}
const NOT_WHOLE: Bilingual = { en: 'Whole numbers only.', zh: '这里只能是整数。' }
const TOO_FINE: Bilingual = {
  en: `At most ${AUTHORED_LIMITS.decimals} decimals: learners are shown as many, and compute with what they see.`,
  zh: `最多 ${AUTHORED_LIMITS.decimals} 位小数：学习者看到的就是这么多位，并用看到的数计算。`,
}
const STEP_TOO_WIDE: Bilingual = {
  en: 'The step is wider than the range, so there is one value only.',
  zh: '步长比范围还大，只会有一个值。',
}
