import type { Slip } from '../cell'
import { evaluate } from '../evaluate'
import { scopeOf, type Trace } from '../forward'
import type { Explanation } from './judge'

/** What each of these slips gives at step t (from 0) of the trace, in the asked components. */
export function slipValues(trace: Trace, slips: Slip[], t: number, indices: number[]): Explanation[] {
  const scope = scopeOf(trace, trace.steps, t)
  return slips.map(({ id, quantity, formula }) => {
    const values = evaluate(formula, scope, trace.steps[t][quantity].length)
    return { id, values: indices.map((index) => values[index]) }
  })
}
