import { readMatrix, readVector, rowsOf } from '../numbers'
import { done } from '../problem'
import { joinRows, sliceRows } from './row-blocks'
import type { Storage } from './storage'

/** torch.nn.LSTMCell, GRUCell, RNNCell: weight_ih [G·H][I], weight_hh [G·H][H], bias_ih and bias_hh [G·H]. */
export const pytorch: Storage = {
  names: () => ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'],
  read: (json, layout) => {
    const G = layout.blocks.length
    const recurrent = readMatrix(json.weight_hh, 'weights.weight_hh', null, null)
    if (!recurrent.ok) return recurrent
    const H = recurrent.value.columns
    const square = readMatrix(json.weight_hh, 'weights.weight_hh', G * H, H)
    if (!square.ok) return square
    const input = readMatrix(json.weight_ih, 'weights.weight_ih', G * H, null)
    if (!input.ok) return input
    const I = input.value.columns
    const inputBias = biasOrZeros(json.bias_ih, 'weights.bias_ih', G * H)
    if (!inputBias.ok) return inputBias
    const recurrentBias = biasOrZeros(json.bias_hh, 'weights.bias_hh', G * H)
    if (!recurrentBias.ok) return recurrentBias
    const blocks = layout.blocks.map((_, g) => ({
      input: sliceRows(input.value.data, I, g, H),
      recurrent: sliceRows(recurrent.value.data, H, g, H),
      inputBias: sliceRows(inputBias.value, 1, g, H),
      recurrentBias: sliceRows(recurrentBias.value, 1, g, H),
    }))
    return done({ sizes: { H, I, O: H }, blocks, peepholes: [] })
  },
  write: (blocks, _peepholes, _layout, { H, I }) => ({
    weight_ih: rowsOf(joinRows(blocks.map(({ input }) => input)), I),
    weight_hh: rowsOf(joinRows(blocks.map(({ recurrent }) => recurrent)), H),
    bias_ih: Array.from(joinRows(blocks.map(({ inputBias }) => inputBias))),
    bias_hh: Array.from(joinRows(blocks.map(({ recurrentBias }) => recurrentBias))),
  }),
}

/** A framework's bias is optional (bias=False): absent, it is zero. */
export const biasOrZeros = (value: unknown, at: string, length: number) =>
  value === undefined || value === null ? done(new Float64Array(length)) : readVector(value, at, length)
