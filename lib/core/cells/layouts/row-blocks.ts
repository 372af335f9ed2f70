/** Rows g·H … (g+1)·H − 1 of row-major data. */
export const sliceRows = (data: Float64Array, columns: number, g: number, H: number): Float64Array =>
  data.slice(g * H * columns, (g + 1) * H * columns)

/** Blocks under one another. */
export function joinRows(blocks: Float64Array[]): Float64Array {
  const joined = new Float64Array(blocks.reduce((sum, block) => sum + block.length, 0))
  let offset = 0
  for (const block of blocks) {
    joined.set(block, offset)
    offset += block.length
  }
  return joined
}

/** A rows × columns matrix turned over. */
export function transpose(data: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(data.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) out[column * rows + row] = data[row * columns + column]
  }
  return out
}
