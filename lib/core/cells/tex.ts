import type { CellForm, Quantity } from './cell'
import type { Expression } from './expression'

/** 2 where a product binds, 1 where a sum does: what needs brackets inside what. */
const strength = (expression: Expression): number =>
  expression.op === 'add' || expression.op === 'subtract' || (expression.op === 'affine' && expression.bias)
    ? 1
    : expression.op === 'multiply' || expression.op === 'affine'
      ? 2
      : 3

/**
 * A formula in TeX, as the notes write it: W[h_{t-1}, x_t] + b, * for the elementwise product.
 * `inlined` quantities are replaced by their own formulas (f = σ(W[…]+b) instead of σ(a)).
 */
export function texOf(
  expression: Expression,
  form: CellForm,
  inlined: ReadonlySet<string> = new Set(),
): string {
  const show = (of: Expression): string => texOf(of, form, inlined)
  const bracketed = (of: Expression, atLeast: number) =>
    resolvedStrength(of, form, inlined) < atLeast ? `\\left(${show(of)}\\right)` : show(of)
  switch (expression.op) {
    case 'now': {
      const quantity = quantityOf(form, expression.quantity)
      return inlined.has(quantity.id) ? show(quantity.formula) : quantity.tex
    }
    case 'previous':
      return `${form.states.find((state) => state.id === expression.state)?.tex ?? expression.state}_{t-1}`
    case 'input':
      return 'x_t'
    case 'zero':
      return '0'
    case 'constant':
      return String(expression.value)
    case 'parameter':
      return parameterTex(form, expression.name)
    case 'affine': {
      const product = `${parameterTex(form, expression.matrix)}[${expression.parts.map(show).join(', ')}]`
      return expression.bias === null ? product : `${product} + ${parameterTex(form, expression.bias)}`
    }
    case 'add':
      return `${show(expression.left)} + ${show(expression.right)}`.replace('+ -', '- ')
    case 'subtract':
      return `${show(expression.left)} - ${bracketed(expression.right, 2)}`
    case 'multiply':
      return `${bracketed(expression.left, 2)} * ${bracketed(expression.right, 2)}`
    case 'sigmoid':
      return `\\sigma\\left(${show(expression.of)}\\right)`
    case 'tanh':
      return `\\tanh\\left(${show(expression.of)}\\right)`
    case 'relu':
      return `\\mathrm{ReLU}\\left(${show(expression.of)}\\right)`
  }
}

function resolvedStrength(expression: Expression, form: CellForm, inlined: ReadonlySet<string>): number {
  if (expression.op === 'now' && inlined.has(expression.quantity)) {
    return resolvedStrength(quantityOf(form, expression.quantity).formula, form, inlined)
  }
  return strength(expression)
}

/**
 * `f_t = σ(W_f[h_{t-1}, x_t] + b_f)`: pre-activations and parts are written out, as in the notes. What is named by its
 * formula, as tanh(C_t), stands alone.
 */
export function quantityTex(form: CellForm, id: string): string {
  const { tex, formula } = quantityOf(form, id)
  const right = texOf(formula, form, writtenOut(form))
  return tex === right.replace(/\\(left|right)/g, '') ? tex : `${tex} = ${right}`
}

/** The quantities that the notes never name: they are written out where they are used. */
export function writtenOut(form: CellForm): ReadonlySet<string> {
  return new Set(
    form.quantities
      .filter(({ role }) => role === 'pre-activation' || role === 'part')
      .map((quantity) => quantity.id),
  )
}

/** The whole forward pass, one line a quantity that the notes name, in the order of computation. */
export function forwardPassTex(form: CellForm): string[] {
  const hidden = writtenOut(form)
  return form.quantities.filter(({ id }) => !hidden.has(id)).map(({ id }) => quantityTex(form, id))
}

export function quantityOf(form: CellForm, id: string): Quantity {
  const found = form.quantities.find((quantity) => quantity.id === id)
  if (found === undefined) throw new Error(`This cell has no quantity ${id}`)
  return found
}

export function parameterTex(form: CellForm, id: string): string {
  return form.parameters.find((parameter) => parameter.id === id)?.tex ?? id
}
