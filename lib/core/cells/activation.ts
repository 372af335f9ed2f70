/**
 * σ and tanh from additions, products and quotients alone, which every engine rounds alike. Math.exp and Math.tanh
 * differ in the last bit between engines, and a variant must be the same to the last bit wherever it is computed.
 * e^a by reduction to |r| ≤ ln2/2 and the rational approximation of fdlibm's e_exp.c (Sun Microsystems, 1993),
 * below one unit in the last place; tanh near 0 by Lambert's continued fraction (1761).
 */

/** 2^−k, each the exact half of the one before. */
const HALVES = new Float64Array(1076)
HALVES[0] = 1
for (let k = 1; k < HALVES.length; k++) HALVES[k] = HALVES[k - 1] / 2

/** e^a for a ≤ 0; NaN is given back. */
function expOf(a: number): number {
  if (!(a > -745)) return a <= -745 ? 0 : Number.NaN
  const k = Math.round(-a / 0.6931471805599453)
  // ln2 in two pieces, the first so short that its product with k is exact.
  const high = a + k * 0.6931471803691238
  const low = -k * 1.9082149292705877e-10
  const r = high - low
  const t = r * r
  const tail =
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8)))
  const c = r - t * tail
  return (1 - (low - (r * c) / (2 - c) - high)) * HALVES[k]
}

/** σ(a) for one number. Never overflows: each branch takes exp of a negative number, so |a| = 1000 is exact. */
export function sigmoidOf(a: number): number {
  if (a >= 0) return 1 / (1 + expOf(-a))
  const e = expOf(a)
  return e / (1 + e)
}

/** tanh(a) for one number, with its relative precision kept near 0. */
export function tanhOf(a: number): number {
  const size = Math.abs(a)
  if (size < 0.6) {
    const t = a * a
    const rest = 9 + t / (11 + t / (13 + t / (15 + t / (17 + t / 19))))
    return a / (1 + t / (3 + t / (5 + t / (7 + t / rest))))
  }
  const e = expOf(-2 * size)
  const value = (1 - e) / (1 + e)
  return a < 0 ? -value : value
}
