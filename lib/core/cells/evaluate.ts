import { sigmoidOf, tanhOf } from './activation'
import type { Sizes } from './cell'
import type { Expression } from './expression'

/** What the formulas of one step see. Vectors are Float64Array; a matrix is row-major. */
export type StepScope = {
  sizes: Sizes
  parameters: Record<string, Float64Array>
  x: Float64Array
  previous: Record<string, Float64Array>
  now: Record<string, Float64Array>
}

/**
 * The value of a formula, a new vector of `length` entries (the size of the quantity that it defines; parts of a
 * concatenation have their own). Throws on a name that the scope lacks: a fault of the cell module, not of its user.
 */
export function evaluate(expression: Expression, scope: StepScope, length: number): Float64Array {
  switch (expression.op) {
    case 'now':
      return named(scope.now, expression.quantity).slice()
    case 'previous':
      return named(scope.previous, expression.state).slice()
    case 'input':
      return scope.x.slice()
    case 'zero':
      return new Float64Array(scope.sizes[expression.size])
    case 'constant':
      return new Float64Array(length).fill(expression.value)
    case 'parameter':
      return named(scope.parameters, expression.name).slice()
    case 'affine':
      return affineProduct(expression, scope, length)
    case 'add':
    case 'subtract':
    case 'multiply': {
      const left = evaluate(expression.left, scope, length)
      const right = evaluate(expression.right, scope, length)
      for (let k = 0; k < left.length; k++) {
        if (expression.op === 'add') left[k] += right[k]
        else if (expression.op === 'subtract') left[k] -= right[k]
        else left[k] *= right[k]
      }
      return left
    }
    case 'sigmoid':
    case 'tanh':
    case 'relu': {
      const value = evaluate(expression.of, scope, length)
      for (let k = 0; k < value.length; k++) value[k] = applied(expression.op, value[k])
      return value
    }
  }
}

const applied = (op: 'sigmoid' | 'tanh' | 'relu', a: number) =>
  op === 'sigmoid' ? sigmoidOf(a) : op === 'tanh' ? tanhOf(a) : a > 0 ? a : 0

function affineProduct(
  expression: Extract<Expression, { op: 'affine' }>,
  scope: StepScope,
  length: number,
): Float64Array {
  const matrix = named(scope.parameters, expression.matrix)
  const joined = concatenation(expression.parts, scope)
  const columns = joined.length
  const out = new Float64Array(length)
  for (let row = 0; row < length; row++) {
    let sum = 0
    for (let column = 0; column < columns; column++) sum += matrix[row * columns + column] * joined[column]
    out[row] = sum
  }
  if (expression.bias !== null) {
    const bias = named(scope.parameters, expression.bias)
    for (let row = 0; row < length; row++) out[row] += bias[row]
  }
  return out
}

/** [part, part, …] as one vector. */
export function concatenation(parts: Expression[], scope: StepScope): Float64Array {
  const values = parts.map((part) => evaluate(part, scope, naturalLength(part, scope)))
  const joined = new Float64Array(values.reduce((sum, value) => sum + value.length, 0))
  let offset = 0
  for (const value of values) {
    joined.set(value, offset)
    offset += value.length
  }
  return joined
}

/** The length that an expression has by itself; constants take H. */
export function naturalLength(expression: Expression, scope: StepScope): number {
  switch (expression.op) {
    case 'now':
      return named(scope.now, expression.quantity).length
    case 'previous':
      return named(scope.previous, expression.state).length
    case 'input':
      return scope.x.length
    case 'zero':
      return scope.sizes[expression.size]
    case 'constant':
      return scope.sizes.H
    case 'parameter':
      return named(scope.parameters, expression.name).length
    case 'affine':
      return named(scope.parameters, expression.matrix).length / concatenation(expression.parts, scope).length
    case 'add':
    case 'subtract':
    case 'multiply':
      return expression.left.op === 'constant'
        ? naturalLength(expression.right, scope)
        : naturalLength(expression.left, scope)
    default:
      return naturalLength(expression.of, scope)
  }
}

function named(from: Record<string, Float64Array>, name: string): Float64Array {
  const value = from[name]
  if (value === undefined) throw new Error(`The formula names ${name}, which is not computed before it`)
  return value
}
