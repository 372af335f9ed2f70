import { scopeOf, type Trace } from './forward'
import { pullBack } from './pull-back'

/** What is differentiated: L = Σ weight · value over these vectors of the trace. */
export type Target = { step: number; quantity: string; weights: Float64Array }[]

export type Gradients = {
  L: number
  /** dL/d(parameter), by the notes' names, each as long as the parameter. */
  parameters: Record<string, Float64Array>
  /** dL/dx_t [T][I] */
  x: Float64Array[]
  /** dL/d(first value) by state id. */
  initial: Record<string, Float64Array>
  /** Total derivative with respect to each quantity of each step: [t][quantity]. */
  steps: Record<string, Float64Array>[]
}

/** L = sum of the output of the last step. */
export function sumOfLastOutput(trace: Trace): Target {
  const last = trace.steps.length - 1
  const size = trace.steps[last][trace.form.output].length
  return [{ step: last, quantity: trace.form.output, weights: new Float64Array(size).fill(1) }]
}

/**
 * Backpropagation through time over a kept trace (Werbos 1990, eq. 7-10). Steps count from 0. A fixed quantity
 * (clamped gate) is a constant: nothing flows through it.
 */
export function gradientsOf(trace: Trace, target: Target = sumOfLastOutput(trace)): Gradients {
  const T = trace.steps.length
  const zerosLike = (record: Record<string, Float64Array>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, new Float64Array(value.length)]))
  const steps = trace.steps.map(zerosLike)
  const parameters = zerosLike(trace.parameters)
  const initial = zerosLike(trace.initial)
  const x = trace.x.map((value) => new Float64Array(value.length))
  let L = 0
  for (const { step, quantity, weights } of target) {
    weights.forEach((weight, k) => {
      L += weight * trace.steps[step][quantity][k]
      steps[step][quantity][k] += weight
    })
  }
  for (let t = T - 1; t >= 0; t--) {
    const scope = scopeOf(trace, trace.steps, t)
    const adjoints = {
      now: (quantity: string) => steps[t][quantity],
      previous: (state: string) => (t === 0 ? initial[state] : steps[t - 1][state]),
      parameter: (name: string) => parameters[name],
      x: x[t],
    }
    for (let q = trace.form.quantities.length - 1; q >= 0; q--) {
      const { id, formula } = trace.form.quantities[q]
      if (trace.fixed?.[t]?.[id] !== undefined) continue
      pullBack(formula, scope, steps[t][id], adjoints)
    }
  }
  return { L, parameters, x, initial, steps }
}
