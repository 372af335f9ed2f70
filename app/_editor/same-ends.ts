/** How many at the beginning and, apart from those, at the end of both lists are the same. */
export function sameEnds<A, B>(
  a: readonly A[],
  b: readonly B[],
  isSame: (a: A, b: B) => boolean,
): { start: number; end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && isSame(a[start], b[start])) start++
  let end = 0
  while (end < most - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) end++
  return { start, end }
}
