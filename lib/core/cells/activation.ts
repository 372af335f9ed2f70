/** σ(a) for one number. Never overflows: each branch takes exp of a negative number, so |a| = 1000 is exact. */
export function sigmoidOf(a: number): number {
  if (a >= 0) return 1 / (1 + Math.exp(-a))
  const e = Math.exp(a)
  return e / (1 + e)
}
