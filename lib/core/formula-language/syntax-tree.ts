import jsep from 'jsep'
import { FORMULA_LIMITS } from './formula-limits'
import { FormulaFault, type FormulaProblemCode, type Span } from './formula-problem'

/** jsep's tree with where each token stands, and with the brackets that it drops. */
export type SyntaxTree = { tree: jsep.CoreExpression | BracketGroup; spanOf: (node: jsep.Expression) => Span }

/** (…): kept, since −x^2 and (−x)^2 differ. */
export type BracketGroup = jsep.Expression & { type: 'Group'; inner: jsep.Expression }

/**
 * jsep only parses. It knows JavaScript's signs, literals and precedences; ours are set here, once, for the whole
 * program: nothing else in the house uses it. Its own nodes carry no positions, so hooks write down where each token
 * begins and ends while it is read.
 */
jsep.removeAllUnaryOps()
jsep.removeAllBinaryOps()
jsep.removeAllLiterals()
jsep.removeIdentifierChar('$')
jsep.addUnaryOp('-')
jsep.addUnaryOp('+')
for (const sign of ['==', '!=', '<=', '>=', '<', '>', '≤', '≥', '≠']) jsep.addBinaryOp(sign, 1)
for (const sign of ['+', '-']) jsep.addBinaryOp(sign, 2)
for (const sign of ['*', '/']) jsep.addBinaryOp(sign, 3)
jsep.addBinaryOp('^', 4, true)

let starts: number[] = []
let spans = new Map<jsep.Expression, Span>()

const isDigitOrPoint = (code: number) => (code >= 48 && code <= 57) || code === 46

jsep.hooks.add('gobble-token', function (env) {
  const from = this.index
  starts.push(from)
  if (isDigitOrPoint(this.code)) {
    // jsep calls no hook after a number that it reads by itself.
    env.node = this.gobbleNumericLiteral()
  } else if (this.code === 40) {
    const inner: unknown = this.gobbleGroup()
    if (!isExpression(inner)) return this.throwError('Unexpected ")"')
    const group: BracketGroup = { type: 'Group', inner }
    spans.set(group, { from, to: this.index })
    env.node = this.gobbleTokenProperty(group)
  }
})
jsep.hooks.add('after-token', function ({ node }) {
  const from = starts.pop() ?? 0
  // jsep looks past spaces for a bracket before it calls.
  if (node) spans.set(node, { from, to: from + this.expr.slice(from, this.index).trimEnd().length })
})

/** Throws FormulaFault, and nothing else, for what is no formula. */
export function readSyntaxTree(text: string): SyntaxTree {
  checkBrackets(text)
  starts = []
  spans = new Map()
  const own = spans
  try {
    const tree = jsep(text)
    return {
      tree: tree as SyntaxTree['tree'],
      spanOf: (node) => own.get(node) ?? { from: 0, to: text.length },
    }
  } catch (error) {
    throw faultOf(error, text)
  }
}

/** Before anything recurses: deep nesting is told from the brackets alone. */
function checkBrackets(text: string): void {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' || text[at] === '[') depth++
    if (text[at] === ')' || text[at] === ']') depth--
    if (depth > FORMULA_LIMITS.depth) throw new FormulaFault('too-deep', { from: at, to: at + 1 })
  }
}

/** jsep's complaints, by how they begin. */
const COMPLAINTS: [RegExp, FormulaProblemCode][] = [
  [/^Expected expression after (.*)$/s, 'operand-missing'],
  [/^missing unaryOp argument/, 'operand-missing'],
  [/^Unclosed \(|^Expected \)/, 'unclosed'],
  [/^Unclosed \[|^Expected \]/, 'unclosed'],
  [/^Unclosed quote/, 'text'],
  [/^Expected exponent|^Variable names cannot/, 'number-unreadable'],
  [/^Unexpected period/, 'property'],
  [/^Expected (:|expression)/, 'question-mark'],
  [/^Unexpected|^Expected comma/, 'unexpected'],
]

function faultOf(error: unknown, text: string): FormulaFault {
  if (error instanceof FormulaFault) return error
  if (error instanceof RangeError) return new FormulaFault('too-deep', { from: 0, to: text.length })
  if (!(error instanceof Error) || !('index' in error) || typeof error.index !== 'number') throw error
  const at = Math.min(Math.max(0, error.index), Math.max(0, text.length - 1))
  const span = { from: at, to: Math.min(text.length, at + 1) }
  const said = 'description' in error ? String(error.description) : ''
  const [, code] = COMPLAINTS.find(([pattern]) => pattern.test(said)) ?? [null, 'unreadable' as const]
  if (code === 'operand-missing') {
    const before = text.slice(0, error.index).trimEnd()
    const sign = /(?:[<>=!]=|[-+*/^<>])$/.exec(before)?.[0] ?? ''
    return new FormulaFault(code, { from: before.length - sign.length, to: before.length }, sign)
  }
  if (code === 'unclosed')
    return new FormulaFault(code, span, /[\])]/.exec(said)?.[0] ?? (said.includes('[') ? ']' : ')'))
  if (code === 'unexpected') {
    if (error.index >= text.length) return new FormulaFault('unreadable', span)
    return new FormulaFault(code, span, String.fromCodePoint(text.codePointAt(at) ?? 32))
  }
  return new FormulaFault(code, span)
}

const isExpression = (value: unknown): value is jsep.Expression =>
  typeof value === 'object' && value !== null && 'type' in value
