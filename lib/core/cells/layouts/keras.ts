import { readMatrix, rowsOf } from '../numbers'
import { done } from '../problem'
import { biasOrZeros } from './pytorch'
import { joinRows, sliceRows, transpose } from './row-blocks'
import type { Storage } from './storage'

/**
 * Keras: kernel [I][G·H], recurrent_kernel [H][G·H], bias [G·H], or [2][G·H] where the recurrent bias is kept apart
 * (GRU, reset_after=True).
 */
export const keras: Storage = {
  names: () => ['kernel', 'recurrent_kernel', 'bias'],
  read: (json, layout) => {
    const G = layout.blocks.length
    const recurrent = readMatrix(json.recurrent_kernel, 'weights.recurrent_kernel', null, null)
    if (!recurrent.ok) return recurrent
    const H = recurrent.value.rows
    const square = readMatrix(json.recurrent_kernel, 'weights.recurrent_kernel', H, G * H)
    if (!square.ok) return square
    const input = readMatrix(json.kernel, 'weights.kernel', null, G * H)
    if (!input.ok) return input
    const I = input.value.rows
    const isSplit = layout.recurrentBias !== undefined
    const given = isSplit && Array.isArray(json.bias) ? json.bias : [json.bias, undefined]
    if (isSplit && json.bias !== undefined && json.bias !== null) {
      const both = readMatrix(json.bias, 'weights.bias', 2, G * H)
      if (!both.ok) return both
    }
    const inputBias = biasOrZeros(given[0], 'weights.bias', G * H)
    if (!inputBias.ok) return inputBias
    const recurrentBias = biasOrZeros(given[1], 'weights.bias', G * H)
    if (!recurrentBias.ok) return recurrentBias
    const inputRows = transpose(input.value.data, I, G * H)
    const recurrentRows = transpose(recurrent.value.data, H, G * H)
    const blocks = layout.blocks.map((_, g) => ({
      input: sliceRows(inputRows, I, g, H),
      recurrent: sliceRows(recurrentRows, H, g, H),
      inputBias: sliceRows(inputBias.value, 1, g, H),
      recurrentBias: sliceRows(recurrentBias.value, 1, g, H),
    }))
    return done({ sizes: { H, I, O: H }, blocks, peepholes: [] })
  },
  write: (blocks, _peepholes, layout, { H, I }) => {
    const G = blocks.length
    const inputBias = Array.from(joinRows(blocks.map((block) => block.inputBias)))
    const recurrentBias = Array.from(joinRows(blocks.map((block) => block.recurrentBias)))
    return {
      kernel: rowsOf(transpose(joinRows(blocks.map(({ input }) => input)), G * H, I), G * H),
      recurrent_kernel: rowsOf(
        transpose(joinRows(blocks.map(({ recurrent }) => recurrent)), G * H, H),
        G * H,
      ),
      bias: layout.recurrentBias === undefined ? inputBias : [inputBias, recurrentBias],
    }
  },
}
