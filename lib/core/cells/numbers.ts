import { done, refuse, type Outcome } from './problem'

/** A list of finite numbers, of `length` entries unless null. */
export function readVector(value: unknown, at: string, length: number | null): Outcome<Float64Array> {
  if (!Array.isArray(value))
    return refuse('bad_shape', `${at} must be a list of numbers.`, `${at} 应是一列数。`, at)
  if (length !== null && value.length !== length) {
    return refuse(
      'bad_shape',
      `${at} has ${value.length} entries where ${length} belong.`,
      `${at} 有 ${value.length} 个数，应为 ${length} 个。`,
      at,
    )
  }
  const out = new Float64Array(value.length)
  for (let k = 0; k < value.length; k++) {
    const entry: unknown = value[k]
    if (typeof entry !== 'number') {
      return refuse('not_a_number', `${at}[${k}] is not a number.`, `${at}[${k}] 不是数。`, `${at}[${k}]`)
    }
    if (!Number.isFinite(entry)) {
      return refuse('not_finite', `${at}[${k}] is not finite.`, `${at}[${k}] 不是有限的数。`, `${at}[${k}]`)
    }
    out[k] = entry
  }
  return done(out)
}

export type Matrix = { rows: number; columns: number; data: Float64Array }

/** A list of rows of finite numbers, all of one length; row-major. Null: any number of rows or columns. */
export function readMatrix(
  value: unknown,
  at: string,
  rows: number | null,
  columns: number | null,
): Outcome<Matrix> {
  if (!Array.isArray(value) || value.length === 0) {
    return refuse('bad_shape', `${at} must be a list of rows.`, `${at} 应是由若干行组成的列表。`, at)
  }
  if (rows !== null && value.length !== rows) {
    return refuse(
      'bad_shape',
      `${at} has ${value.length} rows where ${rows} belong.`,
      `${at} 有 ${value.length} 行，应为 ${rows} 行。`,
      at,
    )
  }
  const first: unknown = value[0]
  const width = columns ?? (Array.isArray(first) ? first.length : 0)
  if (width === 0) return refuse('bad_shape', `${at} has empty rows.`, `${at} 的行是空的。`, at)
  const data = new Float64Array(value.length * width)
  for (let row = 0; row < value.length; row++) {
    const read = readVector(value[row], `${at}[${row}]`, width)
    if (!read.ok) return read
    data.set(read.value, row * width)
  }
  return done({ rows: value.length, columns: width, data })
}

/** Row-major data as a list of rows. */
export function rowsOf(data: Float64Array, columns: number): number[][] {
  return Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns)),
  )
}

/** What JSON calls an object, and not a list or null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
