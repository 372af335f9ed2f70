import { concatenation, type StepScope } from '../cells/evaluate'
import type { CellForm } from '../cells/cell'
import type { Expression } from '../cells/expression'
import { quantityOf, writtenOut } from '../cells/tex'

/**
 * A formula with the numbers of one component put in, as pieces to be set by the page: f_t[0] = σ(0.5 · 0.2 − 1.2 · 0.3
 * + 0.6). Drawn numbers need no typesetting engine, so they can follow every key.
 */
export type Piece =
  | { kind: 'text'; text: string }
  /** `place` where it stands in the lab's numbers (W_f.0.1); absent for computed ones. */
  | { kind: 'number'; value: number; place?: string }
  /** Σ of products that may be folded into its value. */
  | { kind: 'products'; value: number; terms: Piece[][] }

/**
 * @param id a quantity of the form; pre-activations and parts are written out, as the notes do
 * @param scope the step, computed
 * @param k the component, from 0
 */
export function formulaWithNumbers(form: CellForm, id: string, scope: StepScope, k: number): Piece[] {
  const context = { form, scope, k, inlined: writtenOut(form) }
  return pieces(quantityOf(form, id).formula, context, 0)
}

type Context = { form: CellForm; scope: StepScope; k: number; inlined: ReadonlySet<string> }

const text = (text: string): Piece => ({ kind: 'text', text })

/** `around`: 0 begins a line or a bracket, 1 comes after a + (a negative number gets brackets), 2 is a factor (a sum, too). */
function pieces(expression: Expression, context: Context, around: 0 | 1 | 2): Piece[] {
  const { form, scope, k, inlined } = context
  switch (expression.op) {
    case 'now':
      return inlined.has(expression.quantity)
        ? pieces(quantityOf(form, expression.quantity).formula, context, around)
        : number(scope.now[expression.quantity][k], around)
    case 'previous':
      return number(scope.previous[expression.state][k], around)
    case 'input':
      return number(scope.x[k], around)
    case 'zero':
      return number(0, around)
    case 'constant':
      return number(expression.value, around)
    case 'parameter':
      return number(scope.parameters[expression.name][k], around, `${expression.name}.${k}`)
    case 'affine':
      return bracketed(affinePieces(expression, context), around === 2)
    case 'add':
    case 'subtract': {
      const sign = expression.op === 'add' ? ' + ' : ' − '
      const right = pieces(expression.right, context, expression.op === 'add' ? 1 : 2)
      const left = pieces(expression.left, context, around === 1 ? 1 : 0)
      return bracketed([...left, text(sign), ...right], around === 2)
    }
    case 'multiply':
      return [...pieces(expression.left, context, 2), text(' · '), ...pieces(expression.right, context, 2)]
    case 'sigmoid':
    case 'tanh':
    case 'relu': {
      const name = { sigmoid: 'σ', tanh: 'tanh', relu: 'ReLU' }[expression.op]
      return [text(`${name}(`), ...pieces(expression.of, context, 0), text(')')]
    }
  }
}

function affinePieces(expression: Extract<Expression, { op: 'affine' }>, context: Context): Piece[] {
  const { scope, k } = context
  const joined = concatenation(expression.parts, scope)
  const matrix = scope.parameters[expression.matrix]
  const terms = Array.from(joined, (value, column): Piece[] => [
    ...number(matrix[k * joined.length + column], 2, `${expression.matrix}.${k}.${column}`),
    text(' · '),
    ...number(value, 2),
  ])
  const value = joined.reduce((sum, each, column) => sum + matrix[k * joined.length + column] * each, 0)
  const products: Piece = { kind: 'products', value, terms }
  if (expression.bias === null) return [products]
  return [
    products,
    text(' + '),
    ...number(scope.parameters[expression.bias][k], 2, `${expression.bias}.${k}`),
  ]
}

function number(value: number, around: 0 | 1 | 2, place?: string): Piece[] {
  const piece: Piece = { kind: 'number', value, ...(place === undefined ? {} : { place }) }
  return bracketed([piece], around > 0 && value < 0)
}

const bracketed = (inner: Piece[], needed: boolean): Piece[] =>
  needed ? [text('('), ...inner, text(')')] : inner
