import { concatenation, evaluate, naturalLength, type StepScope } from './evaluate'
import type { Expression } from './expression'

/** Where the derivatives of one step gather. Each function gives the vector to add into. */
export type Adjoints = {
  now: (quantity: string) => Float64Array
  previous: (state: string) => Float64Array
  parameter: (name: string) => Float64Array
  x: Float64Array
}

/**
 * Reverse-mode differentiation of one formula: given dL/d(value), adds dL/d(everything it reads) into `adjoints`.
 * relu' (0) = 0, as PyTorch has it.
 */
export function pullBack(
  expression: Expression,
  scope: StepScope,
  adjoint: Float64Array,
  adjoints: Adjoints,
): void {
  switch (expression.op) {
    case 'zero':
    case 'constant':
      return
    case 'now':
      return accumulate(adjoints.now(expression.quantity), adjoint)
    case 'previous':
      return accumulate(adjoints.previous(expression.state), adjoint)
    case 'input':
      return accumulate(adjoints.x, adjoint)
    case 'parameter':
      return accumulate(adjoints.parameter(expression.name), adjoint)
    case 'add':
      pullBack(expression.left, scope, adjoint, adjoints)
      return pullBack(expression.right, scope, adjoint, adjoints)
    case 'subtract':
      pullBack(expression.left, scope, adjoint, adjoints)
      return pullBack(
        expression.right,
        scope,
        adjoint.map((value) => -value),
        adjoints,
      )
    case 'multiply': {
      const left = evaluate(expression.left, scope, adjoint.length)
      const right = evaluate(expression.right, scope, adjoint.length)
      pullBack(
        expression.left,
        scope,
        right.map((value, k) => value * adjoint[k]),
        adjoints,
      )
      return pullBack(
        expression.right,
        scope,
        left.map((value, k) => value * adjoint[k]),
        adjoints,
      )
    }
    case 'sigmoid':
    case 'tanh': {
      const value = evaluate(expression, scope, adjoint.length)
      const slope = expression.op === 'sigmoid' ? (y: number) => y * (1 - y) : (y: number) => 1 - y * y
      return pullBack(
        expression.of,
        scope,
        value.map((y, k) => slope(y) * adjoint[k]),
        adjoints,
      )
    }
    case 'relu': {
      const inner = evaluate(expression.of, scope, adjoint.length)
      return pullBack(
        expression.of,
        scope,
        inner.map((a, k) => (a > 0 ? adjoint[k] : 0)),
        adjoints,
      )
    }
    case 'affine':
      return pullBackAffine(expression, scope, adjoint, adjoints)
  }
}

function pullBackAffine(
  expression: Extract<Expression, { op: 'affine' }>,
  scope: StepScope,
  adjoint: Float64Array,
  adjoints: Adjoints,
): void {
  const matrix = scope.parameters[expression.matrix]
  const matrixAdjoint = adjoints.parameter(expression.matrix)
  const joined = concatenation(expression.parts, scope)
  const columns = joined.length
  const joinedAdjoint = new Float64Array(columns)
  for (let row = 0; row < adjoint.length; row++) {
    const slope = adjoint[row]
    for (let column = 0; column < columns; column++) {
      matrixAdjoint[row * columns + column] += slope * joined[column]
      joinedAdjoint[column] += slope * matrix[row * columns + column]
    }
  }
  if (expression.bias !== null) accumulate(adjoints.parameter(expression.bias), adjoint)
  let offset = 0
  for (const part of expression.parts) {
    const length = naturalLength(part, scope)
    pullBack(part, scope, joinedAdjoint.subarray(offset, offset + length), adjoints)
    offset += length
  }
}

function accumulate(into: Float64Array, from: Float64Array): void {
  for (let k = 0; k < into.length; k++) into[k] += from[k]
}
