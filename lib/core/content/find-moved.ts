/**
 * Which notes an author moved, given all that are in both orders: the fewest whose moving makes one order of the
 * other, which are those outside a longest ascending run (M. L. Fredman, "On computing the length of longest
 * increasing subsequences", 1975: patience sorting).
 *
 * @param before ids in the old order
 * @param after ids in the new order; ids that are not in both are left out of account
 */
export function findMoved(before: string[], after: string[]): Set<string> {
  const placeOf = new Map(before.map((id, place) => [id, place]))
  const kept = after.flatMap((id) => {
    const place = placeOf.get(id)
    return place === undefined ? [] : [{ id, place }]
  })
  const previous: number[] = []
  const tails: number[] = []
  for (const [i, { place }] of kept.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (kept[tails[middle]].place < place) low = middle + 1
      else high = middle
    }
    previous[i] = low === 0 ? -1 : tails[low - 1]
    tails[low] = i
  }
  const moved = new Set(kept.map(({ id }) => id))
  for (let i = tails.at(-1) ?? -1; i !== -1; i = previous[i]) moved.delete(kept[i].id)
  return moved
}
