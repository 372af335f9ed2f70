import { evaluateFormula, type Budget, type Scope } from '../formula-language/evaluate-formula'
import type { FormulaProblem } from '../formula-language/formula-problem'
import { isMatrix, numbersOf, type Value } from '../formula-language/value'
import { AUTHORED_LIMITS } from './authored-exercise'
import type { CompiledAnswer, CompiledExercise } from './compile-exercise'
import { inFormula, type ExerciseProblem } from './exercise-problem'

/** What a slip gives; null where it gives nothing that could be typed (it divides by zero, or has another size). */
export type SolvedSlip = { key: string; values: readonly number[] | null; problem: FormulaProblem | null }

export type SolvedAnswer = {
  name: string
  tolerance: number
  right: readonly number[]
  slips: SolvedSlip[]
}

export type Solution = { scope: ReadonlyMap<string, Value>; answers: SolvedAnswer[] }

export type Solved = { ok: true; solution: Solution } | { ok: false; problem: ExerciseProblem }

/** What one variant may cost: learners' browsers and the server compute it, and strangers write it. */
export const VARIANT_STEPS = 10_000

/** Computes everything that is derived, right, or known to be wrong from a variant's numbers. */
export function solveVariant(
  { derived, answers }: CompiledExercise,
  given: Scope,
  budget: Budget = { steps: VARIANT_STEPS },
): Solved {
  const scope = new Map(given)
  for (const [n, { name, formula }] of derived.entries()) {
    const outcome = evaluateFormula(formula, scope, budget)
    if (!outcome.ok) return { ok: false, problem: inFormula(`derived.${n}.formula`, outcome.problem) }
    scope.set(name, outcome.value)
  }
  const solved: SolvedAnswer[] = []
  for (const [n, answer] of answers.entries()) {
    const at = `answers.${n}.formula`
    const outcome = evaluateFormula(answer.formula, scope, budget)
    if (!outcome.ok) return { ok: false, problem: inFormula(at, outcome.problem) }
    if (isMatrix(outcome.value)) return { ok: false, problem: { at, message: NO_MATRIX } }
    const right = numbersOf(outcome.value)
    if (right.length > AUTHORED_LIMITS.side) return { ok: false, problem: { at, message: TOO_LONG } }
    if (right.some((value) => Math.abs(value) > AUTHORED_LIMITS.magnitude)) {
      return { ok: false, problem: { at, message: TOO_FAR } }
    }
    scope.set(answer.name, outcome.value)
    const slips = solveSlips(answer, scope, right.length, budget)
    solved.push({ name: answer.name, tolerance: answer.tolerance, right, slips })
  }
  return { ok: true, solution: { scope, answers: solved } }
}

export function solveSlips(
  { slips }: CompiledAnswer,
  scope: Scope,
  size: number,
  budget: Budget,
): SolvedSlip[] {
  return slips.map(({ key, formula }) => {
    const outcome = evaluateFormula(formula, scope, budget)
    if (!outcome.ok) return { key, values: null, problem: outcome.problem }
    const values = isMatrix(outcome.value) ? [] : numbersOf(outcome.value)
    if (values.length === size) return { key, values, problem: null }
    const problem = { code: 'wrong-shape' as const, from: 0, to: formula.text.length, message: OTHER_SIZE }
    return { key, values: null, problem }
  })
}

const NO_MATRIX = {
  en: 'An answer is a number or a vector: ask for one row of the matrix, as M[1].',
  zh: '答案应是一个数或一个向量：可以只问矩阵的一行，例如 M[1]。',
}
const TOO_LONG = {
  en: `An answer has at most ${AUTHORED_LIMITS.side} components.`,
  zh: `答案最多 ${AUTHORED_LIMITS.side} 个分量。`,
}
const TOO_FAR = {
  en: 'For some of the numbers that are drawn this is larger than a million.',
  zh: '对某些抽到的数，结果超过一百万。',
}
const OTHER_SIZE = {
  en: 'This has another size than the answer, so nobody could type it.',
  zh: '它的大小与答案不同，学习者无法填写。',
}
