/**
 * One step of an LSTM or a GRU in one pass over typed arrays, nothing allocated in the loop: for measuring, and for
 * running long sequences. The same numbers as the traced cell within 1e-12 (fast-step.test.ts), without the trace.
 */
import { EXP_TABLE, fastExp } from './fast-exp'
import { multiplyPacked, packMatrix, roomFor, type PackedMatrix } from './packed-matrix'

type Sizes = { H: number; I: number }
type Parameters = Record<string, Float64Array>

function fastTanh(a: number, powers: Float64Array): number {
  const e = fastExp(a < 0 ? 2 * a : -2 * a, powers)
  const size = (1 - e) / (1 + e)
  return a < 0 ? -size : size
}

function fastSigmoid(a: number, powers: Float64Array): number {
  const e = fastExp(a < 0 ? a : -a, powers)
  return (a < 0 ? e : 1) / (1 + e)
}

/** σ(a) · tanh(b) with one division. */
function gatedTanh(a: number, b: number, powers: Float64Array): number {
  const e = fastExp(a < 0 ? a : -a, powers)
  const g = fastExp(b < 0 ? 2 * b : -2 * b, powers)
  const size = ((a < 0 ? e : 1) * (1 - g)) / ((1 + e) * (1 + g))
  return b < 0 ? -size : size
}

function join(joined: Float64Array, h: Float64Array, x: Float64Array): void {
  for (let k = 0; k < h.length; k++) joined[k] = h[k]
  for (let k = 0; k < x.length; k++) joined[h.length + k] = x[k]
}

export type FastLstm = Sizes & { gates: PackedMatrix; joined: Float64Array; sums: Float64Array }

/** Packs the notes' matrices of an LSTM without peepholes. */
export function packFastLstm(parameters: Parameters, { H, I }: Sizes): FastLstm {
  const names = ['f', 'i', 'C', 'o']
  const gates = packMatrix(
    names.map((gate) => parameters[`W_${gate}`]),
    names.map((gate) => parameters[`b_${gate}`]),
    H + I,
  )
  return { H, I, gates, joined: new Float64Array(H + I), sums: roomFor(gates) }
}

/** The notes' LSTM: h and C [H] are replaced by the next ones. */
export function fastLstmStep(cell: FastLstm, x: Float64Array, h: Float64Array, C: Float64Array): void {
  const { H, gates, joined, sums } = cell
  const powers = EXP_TABLE
  join(joined, h, x)
  multiplyPacked(gates, joined, sums)
  for (let k = 0; k < H; k++) {
    const next = fastSigmoid(sums[k], powers) * C[k] + gatedTanh(sums[H + k], sums[2 * H + k], powers)
    C[k] = next
    h[k] = gatedTanh(sums[3 * H + k], next, powers)
  }
}

export type FastGru = Sizes & {
  gates: PackedMatrix
  candidate: PackedMatrix
  joined: Float64Array
  sums: Float64Array
  candidateSums: Float64Array
}

const packGates = (parameters: Parameters, columns: number) =>
  packMatrix([parameters.W_z, parameters.W_r], [parameters.b_z, parameters.b_r], columns)

/** Packs the notes' matrices of a GRU. */
export function packFastGru(parameters: Parameters, { H, I }: Sizes): FastGru {
  const gates = packGates(parameters, H + I)
  const candidate = packMatrix([parameters.W], [parameters.b], H + I)
  const joined = new Float64Array(H + I)
  return { H, I, gates, candidate, joined, sums: roomFor(gates), candidateSums: roomFor(candidate) }
}

/** The notes' GRU (reset before the product, z lets the candidate in): h [H] is replaced by the next one. */
export function fastGruStep(cell: FastGru, x: Float64Array, h: Float64Array): void {
  const { H, gates, candidate, joined, sums, candidateSums } = cell
  const powers = EXP_TABLE
  join(joined, h, x)
  multiplyPacked(gates, joined, sums)
  for (let k = 0; k < H; k++) joined[k] = fastSigmoid(sums[H + k], powers) * h[k]
  multiplyPacked(candidate, joined, candidateSums)
  for (let k = 0; k < H; k++) {
    const z = fastSigmoid(sums[k], powers)
    h[k] = (1 - z) * h[k] + z * fastTanh(candidateSums[k], powers)
  }
}

export type FastPytorchGru = FastGru & { ofInput: PackedMatrix; inputSums: Float64Array }

/** Packs the notes' matrices of a GRU that resets after the product: the candidate's two halves apart. */
export function packFastPytorchGru(parameters: Parameters, { H, I }: Sizes): FastPytorchGru {
  const gates = packGates(parameters, H + I)
  const ofStateRows = new Float64Array(H * H)
  const ofInputRows = new Float64Array(H * I)
  for (let row = 0; row < H; row++) {
    const start = row * (H + I)
    ofStateRows.set(parameters.W.subarray(start, start + H), row * H)
    ofInputRows.set(parameters.W.subarray(start + H, start + H + I), row * I)
  }
  const candidate = packMatrix([ofStateRows], [parameters.b_h ?? new Float64Array(H)], H)
  const ofInput = packMatrix([ofInputRows], [parameters.b], I)
  return {
    H,
    I,
    gates,
    candidate,
    ofInput,
    joined: new Float64Array(H + I),
    sums: roomFor(gates),
    candidateSums: roomFor(candidate),
    inputSums: roomFor(ofInput),
  }
}

/** PyTorch's GRU (reset after the product, z keeps the old state): h [H] is replaced by the next one. */
export function fastPytorchGruStep(cell: FastPytorchGru, x: Float64Array, h: Float64Array): void {
  const { H, gates, candidate, ofInput, joined, sums, candidateSums, inputSums } = cell
  const powers = EXP_TABLE
  join(joined, h, x)
  multiplyPacked(gates, joined, sums)
  multiplyPacked(candidate, h, candidateSums)
  multiplyPacked(ofInput, x, inputSums)
  for (let k = 0; k < H; k++) {
    const z = fastSigmoid(sums[k], powers)
    const n = fastTanh(inputSums[k] + fastSigmoid(sums[H + k], powers) * candidateSums[k], powers)
    h[k] = z * h[k] + (1 - z) * n
  }
}
