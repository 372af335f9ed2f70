import type { Expression } from '../expression'
import type { Network } from '../forward'
import { writeNotes } from '../layouts/notes'
import { arrayLine, rowsOfVectors } from './python-literal'

/** A program in NumPy that prints the same states, written from the cell's own formulas: every convention has one. */
export function numpySnippet(network: Network): string {
  const { form, sizes, parameters, x, initial } = network
  const used = new Set<string>()
  const body = form.quantities.map(({ id, formula, size }) => {
    // A constant formula is a vector too.
    const value =
      formula.op === 'constant' ? `np.full(${size}, ${formula.value}.0)` : python(formula, used, 0)
    if (formula.op === 'constant') used.add(size)
    return `    ${id} = ${value}`
  })
  const states = form.states.map(({ id }) => id)
  const printed = states.includes(form.output) ? states : [form.output, ...states]
  return [
    'import numpy as np',
    '',
    ...(used.has('sigmoid') ? ['def sigmoid(a):', '    return np.exp(-np.logaddexp(0, -a))', ''] : []),
    ...(['H', 'I', 'O'] as const).filter((size) => used.has(size)).map((size) => `${size} = ${sizes[size]}`),
    ...Object.entries(writeNotes(form, sizes, parameters))
      .filter(([name]) => used.has(name))
      .map(([name, value]) => arrayLine(name, value)),
    arrayLine('x', rowsOfVectors(x)),
    ...form.states.map(({ id }) => arrayLine(id, Array.from(initial[id]))),
    '',
    'for t, x_t in enumerate(x, 1):',
    `    ${states.map((id) => `${id}_previous`).join(', ')} = ${states.join(', ')}`,
    ...body,
    `    print(t, ${printed.map((id) => `'${id} =', ${id}.tolist()`).join(', ')})`,
    '',
  ].join('\n')
}

/** `around` 2 within a product: sums get brackets. Gathers the names that it uses. */
function python(expression: Expression, used: Set<string>, around: 0 | 2): string {
  const bracketed = (text: string) => (around === 2 ? `(${text})` : text)
  switch (expression.op) {
    case 'now':
      return expression.quantity
    case 'previous':
      return `${expression.state}_previous`
    case 'input':
      return 'x_t'
    case 'zero':
      used.add(expression.size)
      return `np.zeros(${expression.size})`
    case 'constant':
      return String(expression.value)
    case 'parameter':
      used.add(expression.name)
      return expression.name
    case 'affine': {
      used.add(expression.matrix)
      const parts = expression.parts.map((part) => python(part, used, 0))
      const joined = parts.length === 1 ? parts[0] : `np.concatenate([${parts.join(', ')}])`
      if (expression.bias === null) return `${expression.matrix} @ ${joined}`
      used.add(expression.bias)
      return bracketed(`${expression.matrix} @ ${joined} + ${expression.bias}`)
    }
    case 'add':
      return bracketed(`${python(expression.left, used, 0)} + ${python(expression.right, used, 0)}`)
    case 'subtract':
      return bracketed(`${python(expression.left, used, 0)} - ${python(expression.right, used, 2)}`)
    case 'multiply':
      return `${python(expression.left, used, 2)} * ${python(expression.right, used, 2)}`
    case 'sigmoid':
      used.add('sigmoid')
      return `sigmoid(${python(expression.of, used, 0)})`
    case 'tanh':
      return `np.tanh(${python(expression.of, used, 0)})`
    case 'relu':
      return `np.maximum(${python(expression.of, used, 0)}, 0.0)`
  }
}
