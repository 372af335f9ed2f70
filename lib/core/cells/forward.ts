import type { CellForm, Sizes } from './cell'
import { evaluate, type StepScope } from './evaluate'

/** A network with its numbers: one cell under fixed options, its weights, an input sequence and first states. */
export type Network = {
  form: CellForm
  sizes: Sizes
  /** By the notes' names; a matrix is row-major, rows × (sum of its column blocks). */
  parameters: Record<string, Float64Array>
  /** T inputs of length I. */
  x: Float64Array[]
  /** By state id (not by its first value's name). */
  initial: Record<string, Float64Array>
  /** Values that stand in for what the formula gives: a clamped gate, a learner's earlier entry. [t][quantity] */
  fixed?: Record<string, Float64Array>[]
}

/** Every quantity of every step, by name. */
export type Trace = Network & { steps: Record<string, Float64Array>[] }

/** Runs the network and keeps everything. Float64 throughout; stable for |a| up to 1000. */
export function runNetwork(network: Network): Trace {
  const steps: Record<string, Float64Array>[] = []
  for (let t = 0; t < network.x.length; t++) {
    const scope = scopeOf(network, steps, t)
    steps.push(scope.now)
    for (const quantity of network.form.quantities) {
      const length = network.sizes[quantity.size]
      scope.now[quantity.id] = network.fixed?.[t]?.[quantity.id] ?? evaluate(quantity.formula, scope, length)
    }
  }
  return { ...network, steps }
}

/** What the formulas of step t (from 0) see; `now` is that step's own record (a new one past the last). */
export function scopeOf(network: Network, steps: Record<string, Float64Array>[], t: number): StepScope {
  const previous: Record<string, Float64Array> = {}
  for (const state of network.form.states) {
    previous[state.id] = t === 0 ? network.initial[state.id] : steps[t - 1][state.id]
  }
  return {
    sizes: network.sizes,
    parameters: network.parameters,
    x: network.x[t],
    previous,
    now: steps[t] ?? {},
  }
}
