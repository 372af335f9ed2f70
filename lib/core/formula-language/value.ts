/** What a formula computes with, as plain JSON: a number, a vector, or a matrix by rows. Every entry is finite. */
export type Value = number | readonly number[] | readonly (readonly number[])[]
export type Vector = readonly number[]
export type Matrix = readonly (readonly number[])[]

/** `[]` for a number, `[n]` for a vector, `[rows, columns]` for a matrix. */
export type Shape = readonly number[]

export const isNumber = (value: Value): value is number => typeof value === 'number'
export const isMatrix = (value: Value): value is Matrix => Array.isArray(value) && Array.isArray(value[0])
export const isVector = (value: Value): value is Vector => Array.isArray(value) && !Array.isArray(value[0])

export function shapeOf(value: Value): Shape {
  if (isNumber(value)) return []
  return isMatrix(value) ? [value.length, value[0].length] : [value.length]
}

export const isSameShape = (a: Value, b: Value): boolean => shapeOf(a).join() === shapeOf(b).join()

/** How many numbers it holds. */
export const sizeOf = (value: Value): number => shapeOf(value).reduce((product, side) => product * side, 1)

/** Its numbers, a matrix's row by row. */
export function numbersOf(value: Value): readonly number[] {
  if (isNumber(value)) return [value]
  return isMatrix(value) ? value.flat() : isVector(value) ? value : []
}

/** Every number of it through `change`, in the same shape. */
export function mapValue(value: Value, change: (entry: number) => number): Value {
  if (isNumber(value)) return change(value)
  if (isMatrix(value)) return value.map((row) => row.map(change))
  return isVector(value) ? value.map(change) : value
}

/** Reads what came out of JSON; null for anything but a number, a vector, or a matrix with rows of one length. */
export function readValue(value: unknown): Value | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (!Array.isArray(value) || value.length === 0) return null
  const entries: unknown[] = value
  if (entries.every((entry): entry is number => typeof entry === 'number' && Number.isFinite(entry)))
    return entries
  const rows: number[][] = []
  for (const entry of entries) {
    const row = Array.isArray(entry) ? readValue(entry) : null
    if (row === null || !isVector(row) || row.length !== (rows[0]?.length ?? row.length)) return null
    rows.push([...row])
  }
  return rows
}
