/** Rooms see instants as epoch milliseconds; a Date exists only between a table's file and the database. */
export type WithMs<Row> = {
  [K in keyof Row]: Row[K] extends Date ? number : Row[K] extends Date | null ? number | null : Row[K]
}

/** A row with each Date as its epoch milliseconds. */
export function withMs<Row extends object>(row: Row): WithMs<Row> {
  const copy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) copy[key] = value instanceof Date ? value.getTime() : value
  return copy as WithMs<Row> // the mapped type says what the loop does
}

export const toDate = (ms: number): Date => new Date(ms)
export const toDateOrNull = (ms: number | null | undefined): Date | null =>
  ms === null || ms === undefined ? null : new Date(ms)
