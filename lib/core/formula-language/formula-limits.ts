/** What a formula may cost. Authors are strangers: every one of these is reached by a test. */
export const FORMULA_LIMITS = {
  /** Characters. */
  length: 1_000,
  /** Brackets within brackets, and nodes above one another. */
  depth: 100,
  nodes: 500,
  /** Entries of a vector, and rows or columns of a matrix. */
  side: 64,
  /** Entries of a matrix. */
  entries: 400,
  /** Numbers read and written by one evaluation. */
  steps: 50_000,
  /** Characters of a name. */
  name: 40,
}
