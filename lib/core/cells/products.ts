import { concatenation } from './evaluate'
import type { Expression } from './expression'
import { scopeOf, type Trace } from './forward'
import { contains } from './rewrite'

/** A dot product taken apart: products[row][column] = weight · entry; their sum plus bias[row] is the value. */
export type DotProduct = { concatenation: number[]; products: number[][]; bias: number[] | null }

/** Each dot product of step t (from 0), by the quantity that it makes. */
export function productsOf(trace: Trace, t: number): Record<string, DotProduct> {
  const scope = scopeOf(trace, trace.steps, t)
  const found: Record<string, DotProduct> = {}
  for (const { id, formula } of trace.form.quantities) {
    const sum = affineIn(formula)
    if (sum === null) continue
    const joined = concatenation(sum.parts, scope)
    const matrix = trace.parameters[sum.matrix]
    found[id] = {
      concatenation: Array.from(joined),
      products: Array.from({ length: matrix.length / joined.length }, (_, row) =>
        Array.from(joined, (entry, column) => matrix[row * joined.length + column] * entry),
      ),
      bias: sum.bias === null ? null : Array.from(trace.parameters[sum.bias]),
    }
  }
  return found
}

function affineIn(formula: Expression): Extract<Expression, { op: 'affine' }> | null {
  let found: Extract<Expression, { op: 'affine' }> | null = null
  contains(formula, (node) => {
    if (node.op === 'affine') found = node
    return false
  })
  return found
}
