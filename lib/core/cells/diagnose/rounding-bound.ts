import type { Trace } from '../forward'
import { gradientsOf } from '../gradients'

/** Room for what a first-order bound leaves out. */
const SECOND_ORDER = 1.1

/**
 * How far one component of a quantity can be off when every quantity up to it is rounded to some decimals: to first
 * order half a unit of the last place times the sum of |d(component)/d(each value before it)|, itself included.
 * Returns a function of the decimals; the derivatives are taken once. Steps count from 0.
 */
export function roundingBound(
  trace: Trace,
  step: number,
  quantity: string,
  index: number,
): (decimals: number) => number {
  const weights = new Float64Array(trace.steps[step][quantity].length)
  weights[index] = 1
  const until = { ...trace, steps: trace.steps.slice(0, step + 1), x: trace.x.slice(0, step + 1) }
  const gradients = gradientsOf(until, [{ step, quantity, weights }])
  let sensitivity = 0
  for (const record of gradients.steps) {
    for (const adjoint of Object.values(record)) for (const slope of adjoint) sensitivity += Math.abs(slope)
  }
  return (decimals) => 0.5 * 10 ** -decimals * sensitivity * SECOND_ORDER
}
