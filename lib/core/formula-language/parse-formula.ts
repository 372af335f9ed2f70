import type jsep from 'jsep'
import { SIGNS, type Formula, type FormulaNode, type Sign } from './formula'
import { FUNCTION_NAMES, functionNamed, isFunctionName } from './formula-functions'
import { FORMULA_LIMITS } from './formula-limits'
import { FormulaFault, outcomeOf, type FormulaOutcome, type Span } from './formula-problem'
import { readSyntaxTree, type BracketGroup, type SyntaxTree } from './syntax-tree'

type Raw = jsep.CoreExpression | BracketGroup

/**
 * Reads a formula such as `sigmoid(dot(w, x) + b)`. Its tree holds numbers, names, the signs + - * / ^ and
 * comparisons, vectors and matrices, entries counted from 1, and calls of the functions on the allow-list; whatever
 * else a JavaScript expression may be is refused with its place. Pure; nothing of the text is ever run.
 */
export function parseFormula(text: string): FormulaOutcome<Formula> {
  return outcomeOf(() => {
    if (text.trim() === '') throw new FormulaFault('empty', { from: 0, to: text.length })
    if (text.length > FORMULA_LIMITS.length) {
      const span = { from: FORMULA_LIMITS.length, to: text.length }
      throw new FormulaFault('too-long', span, String(FORMULA_LIMITS.length))
    }
    const { tree, spanOf } = readSyntaxTree(ordinarySigns(text))
    const reader = new TreeReader(spanOf)
    const root = reader.read(tree, 0)
    return { text, root, names: [...reader.names] }
  })
}

/** Full-width and typographic signs as their plain twins, character by character, so that every place stays. */
function ordinarySigns(text: string): string {
  return text.replace(
    /[−–×·⋅⊙÷\u3000\u00a0！-～]/g,
    (sign) => PLAIN.get(sign) ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['⊙', '*'],
  ['÷', '/'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
])

/** Comparisons in one character. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
])

class TreeReader {
  readonly names = new Set<string>()
  private count = 0

  constructor(private readonly spanOf: SyntaxTree['spanOf']) {}

  read(node: Raw, depth: number): FormulaNode {
    const at = this.place(node)
    if (depth > FORMULA_LIMITS.depth) throw new FormulaFault('too-deep', at)
    if (++this.count > FORMULA_LIMITS.nodes) throw new FormulaFault('too-many-parts', at)
    const below = (child: jsep.Expression) => this.read(child as Raw, depth + 1)
    switch (node.type) {
      case 'Group':
        return below(node.inner)
      case 'Literal':
        if (typeof node.value !== 'number') throw new FormulaFault('text', at)
        if (!Number.isFinite(node.value)) throw new FormulaFault('number-unreadable', at)
        return { op: 'number', value: node.value, at }
      case 'Identifier':
        return this.name(node.name, at)
      case 'UnaryExpression': {
        const of = below(node.argument)
        return node.operator === '-' ? { op: 'negate', of, at } : of
      }
      case 'BinaryExpression':
        return this.binary(node, at, below)
      case 'CallExpression':
        return this.call(node, at, below)
      case 'ArrayExpression': {
        if (node.elements.length === 0) throw new FormulaFault('list-empty', at)
        if (node.elements.length > FORMULA_LIMITS.side) {
          throw new FormulaFault('too-large', at, String(FORMULA_LIMITS.side))
        }
        const items = node.elements.map((item) => {
          if (item === null) throw new FormulaFault('unexpected', at, ',')
          return below(item)
        })
        return { op: 'list', items, at }
      }
      case 'MemberExpression':
        if (!node.computed || node.optional === true) throw new FormulaFault('property', at)
        return { op: 'entry', of: below(node.object), index: below(node.property), at }
      case 'ConditionalExpression':
        throw new FormulaFault('question-mark', at)
      case 'Compound':
      case 'SequenceExpression':
        throw new FormulaFault('two-formulas', at)
      case 'ThisExpression':
        return this.name('this', at)
    }
    throw new FormulaFault('unreadable', at)
  }

  /** −x^2 is −(x^2), as on paper; jsep binds the minus first, as other languages do. */
  private binary(
    { operator, left, right }: jsep.BinaryExpression,
    at: Span,
    below: (child: jsep.Expression) => FormulaNode,
  ): FormulaNode {
    const plain = TWINS.get(operator) ?? operator
    const sign = SIGNS.find((known): known is Sign => known === plain)
    if (sign === undefined) throw new FormulaFault('unexpected', at, operator)
    const base = left as Raw
    if (sign === '^' && base.type === 'UnaryExpression') {
      const of = this.binary({ type: 'BinaryExpression', operator, left: base.argument, right }, at, below)
      return base.operator === '-' ? { op: 'negate', of, at } : of
    }
    return { op: 'binary', sign, left: below(left), right: below(right), at }
  }

  private call(
    node: jsep.CallExpression,
    at: Span,
    below: (child: jsep.Expression) => FormulaNode,
  ): FormulaNode {
    const callee = node.callee as Raw
    const name = callee.type === 'Identifier' ? callee.name : callee.type === 'ThisExpression' ? 'this' : null
    if (name === null) throw new FormulaFault('not-a-function', at)
    if (!isFunctionName(name)) {
      const span = { from: at.from, to: at.from + name.length }
      throw new FormulaFault('unknown-function', span, name.slice(0, 40), FUNCTION_NAMES.join(', '))
    }
    const { least, most } = functionNamed(name)
    const given = node.arguments
    if (given.length < least || given.length > most) {
      const wanted = least === most ? String(least) : `${least}–${most}`
      throw new FormulaFault('argument-count', at, name, wanted)
    }
    return { op: 'call', name, given: given.map(below), at }
  }

  private name(name: string, at: Span): FormulaNode {
    if (name.length > FORMULA_LIMITS.name) {
      throw new FormulaFault('name-too-long', at, String(FORMULA_LIMITS.name))
    }
    if (isFunctionName(name)) throw new FormulaFault('function-without-brackets', at, name)
    this.names.add(name)
    return { op: 'name', name, at }
  }

  /** A sum or product reaches from its first token to its last. */
  private place(node: Raw): Span {
    if (node.type !== 'BinaryExpression') return this.spanOf(node)
    let [first, last]: [Raw, Raw] = [node, node]
    while (first.type === 'BinaryExpression') first = first.left as Raw
    while (last.type === 'BinaryExpression') last = last.right as Raw
    return { from: this.spanOf(first).from, to: this.spanOf(last).to }
  }
}
