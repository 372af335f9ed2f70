import type { CellForm } from './cell'
import type { Expression } from './expression'
import { quantityOf } from './tex'

/** The expression with every node replaced by what `change` makes of it, leaves first. */
export function rewrite(expression: Expression, change: (node: Expression) => Expression): Expression {
  const inner = (of: Expression) => rewrite(of, change)
  switch (expression.op) {
    case 'add':
    case 'subtract':
    case 'multiply':
      return change({ ...expression, left: inner(expression.left), right: inner(expression.right) })
    case 'sigmoid':
    case 'tanh':
    case 'relu':
      return change({ ...expression, of: inner(expression.of) })
    case 'affine':
      return change({ ...expression, parts: expression.parts.map(inner) })
    default:
      return change(expression)
  }
}

/** The formula of a quantity with the quantities that the notes never name written out, as the notes write it. */
export function writtenFormula(form: CellForm, id: string, hidden: ReadonlySet<string>): Expression {
  return rewrite(quantityOf(form, id).formula, (node) =>
    node.op === 'now' && hidden.has(node.quantity) ? writtenFormula(form, node.quantity, hidden) : node,
  )
}

/** Whether some node of the expression is so. */
export function contains(expression: Expression, isSo: (node: Expression) => boolean): boolean {
  let found = false
  rewrite(expression, (node) => {
    found ||= isSo(node)
    return node
  })
  return found
}
