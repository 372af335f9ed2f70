import type { FrameworkLayout, Sizes } from '../cell'

/**
 * One block of a framework's storage, split as every framework splits it: the input's and the state's matrix apart
 * (H×I and H×H, row-major), and two biases, of which those with one bias use the first.
 */
export type GateBlock = {
  input: Float64Array
  recurrent: Float64Array
  inputBias: Float64Array
  recurrentBias: Float64Array
}

const signOf = (layout: FrameworkLayout, matrix: string) => (layout.negated?.includes(matrix) ? -1 : 1)
const signed = (values: Float64Array, sign: number) =>
  sign === 1 ? values : values.map((value) => 0 - value)

/** Framework blocks to the notes' matrices: W = [recurrent | input], b = the sum of both biases. */
export function blocksToNotes(
  blocks: GateBlock[],
  layout: FrameworkLayout,
  biasOf: Record<string, string>,
  { H, I }: Sizes,
): Record<string, Float64Array> {
  const parameters: Record<string, Float64Array> = {}
  layout.blocks.forEach((matrix, index) => {
    const block = blocks[index]
    const joined = new Float64Array(H * (H + I))
    for (let row = 0; row < H; row++) {
      joined.set(block.recurrent.subarray(row * H, (row + 1) * H), row * (H + I))
      joined.set(block.input.subarray(row * I, (row + 1) * I), row * (H + I) + H)
    }
    const sign = signOf(layout, matrix)
    parameters[matrix] = signed(joined, sign)
    if (layout.recurrentBias?.matrix === matrix) {
      parameters[biasOf[matrix]] = signed(block.inputBias, sign)
      parameters[layout.recurrentBias.bias] = signed(block.recurrentBias, sign)
    } else {
      const sum = block.inputBias.map((value, k) => value + block.recurrentBias[k])
      parameters[biasOf[matrix]] = signed(sum, sign)
    }
  })
  return parameters
}

/**
 * The notes' matrices as framework blocks. Weights put the whole bias into the first of two, so that reading it
 * back gives the same number; gradients are equal in both, since the two are only ever added.
 */
export function notesToBlocks(
  parameters: Record<string, Float64Array>,
  layout: FrameworkLayout,
  biasOf: Record<string, string>,
  { H, I }: Sizes,
  what: 'weights' | 'gradients',
): GateBlock[] {
  return layout.blocks.map((matrix) => {
    const sign = signOf(layout, matrix)
    const joined = signed(parameters[matrix], sign)
    const input = new Float64Array(H * I)
    const recurrent = new Float64Array(H * H)
    for (let row = 0; row < H; row++) {
      recurrent.set(joined.subarray(row * (H + I), row * (H + I) + H), row * H)
      input.set(joined.subarray(row * (H + I) + H, (row + 1) * (H + I)), row * I)
    }
    const inputBias = signed(parameters[biasOf[matrix]], sign)
    const recurrentBias =
      layout.recurrentBias?.matrix === matrix
        ? signed(parameters[layout.recurrentBias.bias], sign)
        : what === 'gradients'
          ? inputBias
          : new Float64Array(H)
    return { input, recurrent, inputBias, recurrentBias }
  })
}
