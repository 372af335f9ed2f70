/**
 * A matrix stored for one pass over it: four rows side by side, so that their four sums grow independently (one sum
 * alone waits for the addition before it) and every load is next to the last. Missing rows of the last four are zero.
 */
export type PackedMatrix = { rows: number; columns: number; data: Float64Array; bias: Float64Array }

const LANES = 4

/** Packs blocks of rows (each row-major, `columns` wide) under one another, with their biases. */
export function packMatrix(blocks: Float64Array[], biases: Float64Array[], columns: number): PackedMatrix {
  const rows = biases.reduce((sum, block) => sum + block.length, 0)
  const padded = Math.ceil(rows / LANES) * LANES
  const data = new Float64Array(padded * columns)
  const bias = new Float64Array(padded)
  let row = 0
  blocks.forEach((block, b) => {
    for (let k = 0; k < biases[b].length; k++, row++) {
      bias[row] = biases[b][k]
      const start = (row - (row % LANES)) * columns + (row % LANES)
      for (let column = 0; column < columns; column++)
        data[start + column * LANES] = block[k * columns + column]
    }
  })
  return { rows, columns, data, bias }
}

/** Room for a product: its length is a multiple of four. */
export const roomFor = ({ bias }: PackedMatrix): Float64Array => new Float64Array(bias.length)

/** out = M v + bias; nothing is allocated. Two columns a turn. */
export function multiplyPacked(
  { columns, data, bias }: PackedMatrix,
  v: Float64Array,
  out: Float64Array,
): void {
  const paired = columns & ~1
  // Plain numbers from here on: a module's constant is looked up at each use, which costs half the speed.
  const rows = bias.length
  let at = 0
  for (let row = 0; row < rows; row += 4) {
    let a = bias[row]
    let b = bias[row + 1]
    let c = bias[row + 2]
    let d = bias[row + 3]
    for (let column = 0; column < paired; column += 2, at += 8) {
      const first = v[column]
      const second = v[column + 1]
      a += data[at] * first + data[at + 4] * second
      b += data[at + 1] * first + data[at + 5] * second
      c += data[at + 2] * first + data[at + 6] * second
      d += data[at + 3] * first + data[at + 7] * second
    }
    if (paired < columns) {
      const last = v[paired]
      a += data[at] * last
      b += data[at + 1] * last
      c += data[at + 2] * last
      d += data[at + 3] * last
      at += 4
    }
    out[row] = a
    out[row + 1] = b
    out[row + 2] = c
    out[row + 3] = d
  }
}
