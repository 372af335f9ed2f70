/** A list in which those that `wanted` names stand in its order, in the places that they had together; the others stay. */
export function inOrderOf(order: readonly string[], wanted: readonly string[]): string[] {
  const present = new Set(order)
  const sorted = wanted.filter((key) => present.has(key))
  const named = new Set(sorted)
  let at = 0
  return order.map((key) => (named.has(key) ? sorted[at++] : key))
}

/** Whether those that both name stand in the same order. */
export function isSameOrder(a: readonly string[], b: readonly string[]): boolean {
  const inA = new Set(a)
  const rest = b.filter((key) => inA.has(key))
  const inB = new Set(rest)
  return a.filter((key) => inB.has(key)).every((key, at) => key === rest[at])
}
