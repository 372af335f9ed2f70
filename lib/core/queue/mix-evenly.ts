/**
 * Spreads a few things evenly among the rest, neither first nor last. What the day has already had of both counts as
 * placed, so that a queue that is built anew after every answer goes on as the first one would have.
 */
export function mixEvenly<T>(
  rest: readonly T[],
  spread: readonly T[],
  done: { rest: number; spread: number },
): T[] {
  const mixed: T[] = []
  const restTotal = done.rest + rest.length
  const spreadTotal = done.spread + spread.length
  let [r, s] = [0, 0]
  while (r < rest.length || s < spread.length) {
    const turn = ((done.spread + s + 1) * restTotal) / (spreadTotal + 1)
    const isSpreadsTurn = s < spread.length && (r === rest.length || done.rest + r >= turn)
    mixed.push(isSpreadsTurn ? spread[s++] : rest[r++])
  }
  return mixed
}
