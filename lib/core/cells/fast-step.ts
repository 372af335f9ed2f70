/**
 * One step of an LSTM or a GRU in one pass over typed arrays, nothing allocated in the loop: for measuring, and for
 * running long sequences. The same numbers as the traced cell (fast-step.test.ts), without the trace.
 */
import { sigmoidOf } from './activation'

/** Weights of all gates under one another ([G·H] rows of H + I columns), biases, and scratch space for one step. */
export type FastCell = {
  H: number
  I: number
  weights: Float64Array
  bias: Float64Array
  /** GRU with the reset after the product: the candidate's recurrent bias. */
  recurrentBias: Float64Array
  sums: Float64Array
}

/** Packs the notes' matrices of these gates, in this order. */
export function packFastCell(
  parameters: Record<string, Float64Array>,
  sizes: { H: number; I: number },
  matrices: string[],
  biases: string[],
): FastCell {
  const { H, I } = sizes
  const weights = new Float64Array(matrices.length * H * (H + I))
  const bias = new Float64Array(matrices.length * H)
  matrices.forEach((name, g) => weights.set(parameters[name], g * H * (H + I)))
  biases.forEach((name, g) => bias.set(parameters[name], g * H))
  return {
    H,
    I,
    weights,
    bias,
    recurrentBias: parameters.b_h ?? new Float64Array(H),
    sums: new Float64Array(matrices.length * H),
  }
}

export const packFastLstm = (
  parameters: Record<string, Float64Array>,
  sizes: { H: number; I: number },
): FastCell => packFastCell(parameters, sizes, ['W_f', 'W_i', 'W_C', 'W_o'], ['b_f', 'b_i', 'b_C', 'b_o'])

export const packFastGru = (
  parameters: Record<string, Float64Array>,
  sizes: { H: number; I: number },
): FastCell => packFastCell(parameters, sizes, ['W_z', 'W_r', 'W'], ['b_z', 'b_r', 'b'])

/** sums[row] = bias[row] + weights[row] · [h, x] for the given rows. */
function addUp(
  { H, I, weights, bias, sums }: FastCell,
  h: Float64Array,
  x: Float64Array,
  rows: number,
): void {
  const columns = H + I
  for (let row = 0, at = 0; row < rows; row++, at += columns) {
    let sum = bias[row]
    for (let k = 0; k < H; k++) sum += weights[at + k] * h[k]
    for (let k = 0; k < I; k++) sum += weights[at + H + k] * x[k]
    sums[row] = sum
  }
}

/** The notes' LSTM (no peepholes): h and C [H] are replaced by the next ones. */
export function fastLstmStep(cell: FastCell, x: Float64Array, h: Float64Array, C: Float64Array): void {
  const { H, sums } = cell
  addUp(cell, h, x, 4 * H)
  for (let k = 0; k < H; k++) {
    const kept = sigmoidOf(sums[k]) * C[k]
    const next = kept + sigmoidOf(sums[H + k]) * Math.tanh(sums[2 * H + k])
    C[k] = next
    h[k] = sigmoidOf(sums[3 * H + k]) * Math.tanh(next)
  }
}

/** PyTorch's GRU (reset after the product, z keeps the old state): h [H] is replaced by the next one. */
export function fastGruStep(cell: FastCell, x: Float64Array, h: Float64Array): void {
  const { H, I, weights, bias, recurrentBias, sums } = cell
  const columns = H + I
  addUp(cell, h, x, 2 * H)
  for (let k = 0; k < H; k++) {
    const at = (2 * H + k) * columns
    let ofState = recurrentBias[k]
    let ofInput = bias[2 * H + k]
    for (let j = 0; j < H; j++) ofState += weights[at + j] * h[j]
    for (let j = 0; j < I; j++) ofInput += weights[at + H + j] * x[j]
    sums[2 * H + k] = Math.tanh(ofInput + sigmoidOf(sums[H + k]) * ofState)
  }
  for (let k = 0; k < H; k++) {
    const z = sigmoidOf(sums[k])
    h[k] = z * h[k] + (1 - z) * sums[2 * H + k]
  }
}
