/** The same rows in parts: for statements that take only so many values, and for work that lets others in between. */
export function partsOf<T>(rows: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}
