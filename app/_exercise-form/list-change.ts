/** The same list with one item another. */
export const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((each, n) => (n === index ? item : each))

/** The same list without one item. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, n) => n !== index)
