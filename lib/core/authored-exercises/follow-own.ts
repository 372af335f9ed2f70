import { evaluateFormula } from '../formula-language/evaluate-formula'
import { isNumber, numbersOf } from '../formula-language/value'
import type { Variant } from './make-variant'
import { solveSlips, VARIANT_STEPS, type SolvedAnswer } from './solve-variant'

/**
 * What is right, and wrong, for one answer when the learner's own values stand for earlier ones. Null where that
 * cannot be computed, or is another number of boxes.
 */
export function followOwn(
  { compiled, solution }: Variant,
  own: ReadonlyMap<string, readonly number[]>,
  asked: string,
): SolvedAnswer | null {
  const budget = { steps: VARIANT_STEPS }
  const scope = new Map(solution.scope)
  for (const answer of compiled.answers) {
    const typed = own.get(answer.name)
    const right = solution.scope.get(answer.name)
    if (right === undefined) return null
    if (answer.name !== asked && typed !== undefined) {
      scope.set(answer.name, isNumber(right) ? typed[0] : typed)
      continue
    }
    const outcome = evaluateFormula(answer.formula, scope, budget)
    if (!outcome.ok) return null
    scope.set(answer.name, outcome.value)
    if (answer.name !== asked) continue
    const values = numbersOf(outcome.value)
    if (values.length !== numbersOf(right).length) return null
    return {
      name: answer.name,
      tolerance: answer.tolerance,
      right: values,
      slips: solveSlips(answer, scope, values.length, budget),
    }
  }
  return null
}
