import type { Formula, FormulaNode, Sign } from './formula'
import { combine, functionNamed } from './formula-functions'
import { FORMULA_LIMITS } from './formula-limits'
import { FormulaFault, outcomeOf, type FormulaOutcome, type Span } from './formula-problem'
import { isMatrix, isNumber, isVector, mapValue, numbersOf, shapeOf, sizeOf, type Value } from './value'

/** What the names of a formula stand for. A Map: no name reaches anything that was not put there. */
export type Scope = ReadonlyMap<string, Value>

/** What is left to be spent, in numbers read and written; several formulas may share one. */
export type Budget = { steps: number }

/**
 * The value of a formula, finite in every entry, or why it has none and where. Numbers are IEEE doubles; `*` and `/`
 * go entry by entry, a single number goes with every entry; a comparison is 1 or 0. The work is bounded by
 * the budget, FORMULA_LIMITS.steps unless another is given, which is spent. Throws nothing.
 */
export function evaluateFormula(
  formula: Formula,
  scope: Scope,
  budget: Budget = { steps: FORMULA_LIMITS.steps },
): FormulaOutcome<Value> {
  return outcomeOf(() => new Evaluation(scope, budget).valueOf(formula.root))
}

const OPERATIONS: Record<Sign, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  '==': (a, b) => (Math.abs(a - b) <= 1e-12 ? 1 : 0),
  '!=': (a, b) => (Math.abs(a - b) <= 1e-12 ? 0 : 1),
  '<': (a, b) => (a < b ? 1 : 0),
  '<=': (a, b) => (a <= b ? 1 : 0),
  '>': (a, b) => (a > b ? 1 : 0),
  '>=': (a, b) => (a >= b ? 1 : 0),
}

class Evaluation {
  constructor(
    private readonly scope: Scope,
    private readonly budget: Budget,
  ) {}

  valueOf(node: FormulaNode): Value {
    const value = this.compute(node)
    this.spend(sizeOf(value), node.at)
    return value
  }

  private compute(node: FormulaNode): Value {
    switch (node.op) {
      case 'number':
        return node.value
      case 'name': {
        const value = this.scope.get(node.name)
        if (value === undefined) {
          const known = [...this.scope.keys()].slice(0, 20).join(', ')
          throw new FormulaFault('unknown-name', node.at, node.name, known)
        }
        return value
      }
      case 'negate':
        return mapValue(this.valueOf(node.of), (entry) => 0 - entry)
      case 'binary':
        return this.binary(node)
      case 'list':
        return this.list(node)
      case 'entry':
        return this.entry(node)
      case 'call':
        return this.call(node)
    }
  }

  private binary({ sign, left, right, at }: Extract<FormulaNode, { op: 'binary' }>): Value {
    const [a, b] = [this.valueOf(left), this.valueOf(right)]
    if (sign === '/' && numbersOf(b).some((entry) => entry === 0)) {
      throw new FormulaFault('division-by-zero', at)
    }
    const value = combine(a, b, OPERATIONS[sign])
    if (value === null) throw new FormulaFault('shapes-differ', at, shapeText(a), shapeText(b))
    return finite(value, at)
  }

  private list({ items, at }: Extract<FormulaNode, { op: 'list' }>): Value {
    const values = items.map((item) => this.valueOf(item))
    if (values.every(isNumber)) return values
    const rows = values.filter(isVector)
    if (rows.length < values.length || rows.some((row) => row.length !== rows[0].length)) {
      throw new FormulaFault('list-ragged', at)
    }
    return bounded(rows, at)
  }

  private entry({ of, index, at }: Extract<FormulaNode, { op: 'entry' }>): Value {
    const value = this.valueOf(of)
    if (isNumber(value)) throw new FormulaFault('index-of-number', at)
    const place = this.valueOf(index)
    if (!isNumber(place) || !Number.isInteger(place) || place < 1 || place > value.length) {
      throw new FormulaFault('index-out-of-range', index.at, String(value.length))
    }
    return value[place - 1]
  }

  private call({ name, given, at }: Extract<FormulaNode, { op: 'call' }>): Value {
    if (name === 'if') {
      // What is not chosen is not computed: if(x > 0, log(x), 0) has a value for every x.
      const test = this.valueOf(given[0])
      if (!isNumber(test)) throw new FormulaFault('wrong-shape', given[0].at, name, 'number')
      return this.valueOf(given[test !== 0 ? 1 : 2])
    }
    const values = given.map((each) => this.valueOf(each))
    const work = values.reduce<number>((total, value) => total + sizeOf(value), 0)
    this.spend(name === 'outer' ? work * work : work, at)
    try {
      return finite(bounded(functionNamed(name).apply(values), at), at)
    } catch (error) {
      throw error instanceof FormulaFault ? error.at(at) : error
    }
  }

  private spend(steps: number, at: Span): void {
    this.budget.steps -= steps
    if (this.budget.steps < 0) throw new FormulaFault('too-much-work', at)
  }
}

function finite(value: Value, at: Span): Value {
  if (!numbersOf(value).every(Number.isFinite)) throw new FormulaFault('not-finite', at)
  // −0 is shown as a zero with a sign that nobody wrote.
  return numbersOf(value).some((entry) => Object.is(entry, -0))
    ? mapValue(value, (entry) => entry + 0)
    : value
}

function bounded(value: Value, at: Span): Value {
  const shape = shapeOf(value)
  if (shape.some((side) => side > FORMULA_LIMITS.side) || sizeOf(value) > FORMULA_LIMITS.entries) {
    throw new FormulaFault('too-large', at, String(FORMULA_LIMITS.side))
  }
  return value
}

function shapeText(value: Value): string {
  if (isNumber(value)) return '1'
  return isMatrix(value) ? `${value.length}×${value[0].length}` : `(${value.length})`
}
