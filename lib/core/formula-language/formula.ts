import type { FunctionName } from './formula-functions'
import type { Span } from './formula-problem'

export const SIGNS = ['+', '-', '*', '/', '^', '==', '!=', '<', '<=', '>', '>='] as const
export type Sign = (typeof SIGNS)[number]

/** A formula's own tree: nothing in it can be anything but these. */
export type FormulaNode = { at: Span } & (
  | { op: 'number'; value: number }
  | { op: 'name'; name: string }
  | { op: 'negate'; of: FormulaNode }
  | { op: 'binary'; sign: Sign; left: FormulaNode; right: FormulaNode }
  | { op: 'call'; name: FunctionName; given: FormulaNode[] }
  | { op: 'list'; items: FormulaNode[] }
  | { op: 'entry'; of: FormulaNode; index: FormulaNode }
)

export type Formula = {
  text: string
  root: FormulaNode
  /** The names that it reads, each once, in order. */
  names: string[]
}
