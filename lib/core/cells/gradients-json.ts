import type { Trace } from './forward'
import type { Gradients } from './gradients'
import type { ChosenCell, LayoutName } from './layouts/layout'
import { writeWeights } from './layouts/weights'
import { done, type Outcome } from './problem'

/**
 * Gradients by the names of the public API: those of the weights in their layout, L, x, the first values (h0, c0,
 * y0), and the total derivatives of the states at each step (h, c; [T][H]).
 */
export function gradientsJson(
  chosen: ChosenCell,
  layout: LayoutName,
  trace: Trace,
  gradients: Gradients,
): Outcome<Record<string, unknown>> {
  const weights = writeWeights(
    chosen,
    layout,
    { sizes: trace.sizes, parameters: gradients.parameters },
    'gradients',
  )
  if (!weights.ok) return weights
  const rows = (vectors: Float64Array[]) => vectors.map((vector) => Array.from(vector))
  const first = trace.form.states.map(({ id, initialGradient }): [string, number[]] => [
    initialGradient,
    Array.from(gradients.initial[id]),
  ])
  const carried = trace.form.states.map(({ id }): [string, number[][]] => [
    id === 'C' ? 'c' : id,
    rows(gradients.steps.map((step) => step[id])),
  ])
  return done({
    L: gradients.L,
    ...weights.value,
    x: rows(gradients.x),
    ...Object.fromEntries(first),
    ...Object.fromEntries(carried),
  })
}
