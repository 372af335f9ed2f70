import type { Trace } from '../cells/forward'
import { gradientsOf } from '../cells/gradients'

export type GradientReach = {
  state: string
  /** Euclidean length of dL/d(state at t), t = 0 (before the first step) to T. */
  lengths: number[]
  /** The first length that reaches step 1, as a share of the last; null where the last is zero. */
  kept: number | null
}

/**
 * How far the sum of the last output reaches back through each state (the picture of vanishing gradients: Hochreiter
 * 1991; Bengio, Simard & Frasconi 1994). The state after the last step is where each strip ends.
 */
export function gradientReach(trace: Trace): GradientReach[] {
  const gradients = gradientsOf(trace)
  return trace.form.states.map(({ id }) => {
    const lengths = [gradients.initial[id], ...gradients.steps.map((step) => step[id])].map(lengthOf)
    const last = lengths[lengths.length - 1]
    return { state: id, lengths, kept: last === 0 ? null : lengths[1] / last }
  })
}

const lengthOf = (vector: Float64Array): number => Math.hypot(...vector)
