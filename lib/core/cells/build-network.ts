import type { Network } from './forward'
import type { ChosenCell, LayoutName, WeightsJson } from './layouts/layout'
import { readWeights } from './layouts/weights'
import { readVector } from './numbers'
import { done, refuse, type Outcome } from './problem'

/** The largest H, I, O and T that are computed for anybody. */
export const LARGEST_SIZE = 64

export type NetworkJson = {
  layout: LayoutName
  weights: WeightsJson
  x: unknown
  /** First values by their names in the request (h0, C0, y0); absent or null is zero. */
  initial: Record<string, unknown>
}

/** A network from JSON: every shape, size and number checked. */
export function buildNetwork(chosen: ChosenCell, json: NetworkJson): Outcome<Network> {
  const weights = readWeights(chosen, json.layout, json.weights)
  if (!weights.ok) return weights
  const { sizes, parameters } = weights.value
  const tooLarge = (['H', 'I', 'O'] as const).find((size) => sizes[size] > LARGEST_SIZE)
  if (tooLarge !== undefined) {
    return refuse(
      'too_large',
      `${tooLarge} is ${sizes[tooLarge]}; at most ${LARGEST_SIZE}.`,
      `${tooLarge} 为 ${sizes[tooLarge]}，最多 ${LARGEST_SIZE}。`,
      'weights',
    )
  }
  if (!Array.isArray(json.x) || json.x.length === 0) {
    return refuse('bad_shape', 'x must be a list of at least one input.', 'x 应是至少含一个输入的列表。', 'x')
  }
  if (json.x.length > LARGEST_SIZE) {
    return refuse(
      'too_large',
      `x has ${json.x.length} steps; at most ${LARGEST_SIZE}.`,
      `x 有 ${json.x.length} 步，最多 ${LARGEST_SIZE} 步。`,
      'x',
    )
  }
  const x: Float64Array[] = []
  for (let t = 0; t < json.x.length; t++) {
    const read = readVector(json.x[t], `x[${t}]`, sizes.I)
    if (!read.ok) return read
    x.push(read.value)
  }
  const form = chosen.cell.form(chosen.options)
  const initial: Record<string, Float64Array> = {}
  for (const state of form.states) {
    const given = json.initial[state.initial]
    const read =
      given === undefined || given === null
        ? done(new Float64Array(sizes[state.size]))
        : readVector(given, state.initial, sizes[state.size])
    if (!read.ok) return read
    initial[state.id] = read.value
  }
  return done({ form, sizes, parameters, x, initial })
}
