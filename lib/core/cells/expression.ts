/**
 * The formulas of a cell are data: one expression is evaluated (evaluate.ts), differentiated (pull-back.ts), set in
 * TeX (tex.ts), drawn as edges (depends-on.ts) and bent into a slip (slips/). Every value is a vector; a constant
 * fits any size.
 */
export type Dimension = 'H' | 'I' | 'O'

export type Elementwise = 'sigmoid' | 'tanh' | 'relu'

export type Expression =
  | { op: 'now'; quantity: string } // a quantity of this step, computed before
  | { op: 'previous'; state: string } // a state as the last step left it
  | { op: 'input' } // x_t
  | { op: 'zero'; size: Dimension } // what a dropped half of a concatenation becomes
  | { op: 'constant'; value: number }
  | { op: 'parameter'; name: string } // a parameter vector
  | { op: 'affine'; matrix: string; parts: Expression[]; bias: string | null } // W [part, part] + b
  | { op: 'add' | 'subtract' | 'multiply'; left: Expression; right: Expression }
  | { op: Elementwise; of: Expression }

export const now = (quantity: string): Expression => ({ op: 'now', quantity })
export const previous = (state: string): Expression => ({ op: 'previous', state })
export const input: Expression = { op: 'input' }
export const zero = (size: Dimension): Expression => ({ op: 'zero', size })
export const constant = (value: number): Expression => ({ op: 'constant', value })
export const parameter = (name: string): Expression => ({ op: 'parameter', name })
export const affine = (matrix: string, parts: Expression[], bias: string | null): Expression => ({
  op: 'affine',
  matrix,
  parts,
  bias,
})
export const add = (left: Expression, right: Expression): Expression => ({ op: 'add', left, right })
export const subtract = (left: Expression, right: Expression): Expression => ({ op: 'subtract', left, right })
export const multiply = (left: Expression, right: Expression): Expression => ({ op: 'multiply', left, right })
export const oneMinus = (of: Expression): Expression => subtract(constant(1), of)
export const activate = (op: Elementwise, of: Expression): Expression => ({ op, of })
export const sigmoid = (of: Expression): Expression => activate('sigmoid', of)
export const tanh = (of: Expression): Expression => activate('tanh', of)
