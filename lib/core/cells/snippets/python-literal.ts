/** A (nested) list of numbers as Python writes it. JavaScript's shortest form reads back to the same double. */
export function pythonLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`
  if (typeof value !== 'number') throw new TypeError('Only numbers are written')
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? `${Object.is(value, -0) ? 0 : value}.0`
    : String(value)
}

/** name = np.array([...]) */
export const arrayLine = (name: string, value: unknown): string =>
  `${name} = np.array(${pythonLiteral(value)})`

/** Vectors as lists. */
export const rowsOfVectors = (vectors: Float64Array[]): number[][] =>
  vectors.map((vector) => Array.from(vector))
