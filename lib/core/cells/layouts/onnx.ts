import { isRecord, readMatrix, readVector, rowsOf } from '../numbers'
import { done, refuse, type Outcome } from '../problem'
import { joinRows, sliceRows } from './row-blocks'
import type { Storage } from './storage'

/**
 * ONNX operators LSTM, GRU, RNN, one direction: W [1][G·H][I], R [1][G·H][H], B [1][2·G·H] (input's biases, then the
 * state's), P [1][3·H].
 */
export const onnx: Storage = {
  names: (layout) => ['W', 'R', 'B', ...(layout.peepholes === undefined ? [] : ['P'])],
  read: (json, layout) => {
    const G = layout.blocks.length
    const W = direction(json.W, 'weights.W')
    if (!W.ok) return W
    const R = direction(json.R, 'weights.R')
    if (!R.ok) return R
    const recurrent = readMatrix(R.value, 'weights.R[0]', null, null)
    if (!recurrent.ok) return recurrent
    const H = recurrent.value.columns
    const square = readMatrix(R.value, 'weights.R[0]', G * H, H)
    if (!square.ok) return square
    const input = readMatrix(W.value, 'weights.W[0]', G * H, null)
    if (!input.ok) return input
    const I = input.value.columns
    const bias = oneDirectionVector(json.B, 'weights.B', 2 * G * H)
    if (!bias.ok) return bias
    const peepholes = oneDirectionVector(json.P, 'weights.P', (layout.peepholes?.length ?? 0) * H)
    if (!peepholes.ok) return peepholes
    const blocks = layout.blocks.map((_, g) => ({
      input: sliceRows(input.value.data, I, g, H),
      recurrent: sliceRows(recurrent.value.data, H, g, H),
      inputBias: sliceRows(bias.value, 1, g, H),
      recurrentBias: sliceRows(bias.value, 1, G + g, H),
    }))
    return done({
      sizes: { H, I, O: H },
      blocks,
      peepholes: (layout.peepholes ?? []).map((_, k) => sliceRows(peepholes.value, 1, k, H)),
    })
  },
  write: (blocks, peepholes, layout, { H, I }) => ({
    W: [rowsOf(joinRows(blocks.map(({ input }) => input)), I)],
    R: [rowsOf(joinRows(blocks.map(({ recurrent }) => recurrent)), H)],
    B: [
      [
        ...joinRows(blocks.map(({ inputBias }) => inputBias)),
        ...joinRows(blocks.map(({ recurrentBias }) => recurrentBias)),
      ],
    ],
    ...(layout.peepholes === undefined ? {} : { P: [Array.from(joinRows(peepholes))] }),
  }),
}

function direction(value: unknown, at: string): Outcome<unknown> {
  return Array.isArray(value) && value.length === 1 && !isRecord(value[0])
    ? done(value[0])
    : refuse(
        'bad_shape',
        `${at} must hold one direction: [1][…][…].`,
        `${at} 应只有一个方向：[1][…][…]。`,
        at,
      )
}

function oneDirectionVector(value: unknown, at: string, length: number): Outcome<Float64Array> {
  if (value === undefined || value === null) return done(new Float64Array(length))
  const only = direction(value, at)
  return only.ok ? readVector(only.value, `${at}[0]`, length) : only
}
