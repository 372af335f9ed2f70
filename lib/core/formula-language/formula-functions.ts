import { sigmoidOf, tanhOf } from '../cells/activation'
import { FormulaFault } from './formula-problem'
import {
  isMatrix,
  isNumber,
  isSameShape,
  isVector,
  mapValue,
  numbersOf,
  type Matrix,
  type Value,
  type Vector,
} from './value'

type Entry = { least: number; most: number; apply: (given: readonly Value[]) => Value }

const each = (change: (entry: number) => number): Entry => ({
  least: 1,
  most: 1,
  apply: ([value]) => mapValue(value, change),
})

const isTrue = (value: number) => value !== 0
const truth = (is: boolean) => (is ? 1 : 0)
const MANY = 64

const wrongShape = (name: string, wanted: string) => new FormulaFault('wrong-shape', null, name, wanted)

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const dot = (a: Vector, b: Vector) => a.reduce((total, value, k) => total + value * b[k], 0)

function scalar(name: string, value: Value): number {
  if (!isNumber(value)) throw wrongShape(name, 'number')
  return value
}

function vector(name: string, value: Value, wanted = 'vector'): Vector {
  if (!isVector(value)) throw wrongShape(name, wanted)
  return value
}

function matrix(name: string, value: Value): Matrix {
  if (!isMatrix(value)) throw wrongShape(name, 'matrix')
  return value
}

/** The largest or smallest of all numbers given: of several, or of a vector's entries. */
const extreme = (choose: (a: number, b: number) => number): Entry => ({
  least: 1,
  most: MANY,
  apply: (given) => given.flatMap(numbersOf).reduce((a, b) => choose(a, b)),
})

function softmax(values: Vector): Vector {
  const top = values.reduce((a, b) => Math.max(a, b))
  const powers = values.map((value) => Math.exp(value - top))
  const total = sum(powers)
  return powers.map((power) => power / total)
}

/** Half away from zero, as on paper, and free of what binary fractions add: 1.005 to two decimals is 1.01. */
export function roundTo(value: number, decimals: number): number {
  const size = Math.abs(value)
  const text = String(size)
  if (size >= 1e15 || text.includes('e')) return decimals >= 15 ? value : Number(value.toFixed(decimals))
  const rounded = Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`)
  return value < 0 && rounded !== 0 ? -rounded : rounded
}

/** Both are numbers of the same shape, or one of them is a single number that goes with every entry. */
export function combine(left: Value, right: Value, by: (a: number, b: number) => number): Value | null {
  if (isNumber(right)) return mapValue(left, (entry) => by(entry, right))
  if (isNumber(left)) return mapValue(right, (entry) => by(left, entry))
  if (!isSameShape(left, right)) return null
  if (isMatrix(left) && isMatrix(right))
    return left.map((row, r) => row.map((entry, c) => by(entry, right[r][c])))
  return isVector(left) && isVector(right) ? left.map((entry, k) => by(entry, right[k])) : null
}

/** The allow-list: what a formula may call. `if` decides before it computes, so the evaluator does it itself. */
const FUNCTIONS = {
  sigmoid: each(sigmoidOf),
  tanh: each(tanhOf),
  relu: each((a) => Math.max(0, a)),
  exp: each(Math.exp),
  log: each(Math.log),
  sqrt: each(Math.sqrt),
  abs: each(Math.abs),
  floor: each(Math.floor),
  round: {
    least: 1,
    most: 2,
    apply: ([value, places = 0]) => {
      const decimals = scalar('round', places)
      if (!Number.isInteger(decimals) || decimals < 0 || decimals > 10) throw wrongShape('round', 'decimals')
      return mapValue(value, (entry) => roundTo(entry, decimals))
    },
  },
  min: extreme(Math.min),
  max: extreme(Math.max),
  sum: { least: 1, most: 1, apply: ([value]) => sum(numbersOf(value)) },
  mean: { least: 1, most: 1, apply: ([value]) => sum(numbersOf(value)) / numbersOf(value).length },
  length: { least: 1, most: 1, apply: ([value]) => vector('length', value).length },
  softmax: { least: 1, most: 1, apply: ([value]) => softmax(vector('softmax', value)) },
  dot: {
    least: 2,
    most: 2,
    apply: ([a, b]) => {
      const [left, right] = [vector('dot', a, 'vectors'), vector('dot', b, 'vectors')]
      if (left.length !== right.length) throw wrongShape('dot', 'vectors')
      return dot(left, right)
    },
  },
  matvec: {
    least: 2,
    most: 2,
    apply: ([a, b]) => {
      if (!isMatrix(a) || !isVector(b) || a[0].length !== b.length)
        throw wrongShape('matvec', 'matrix-vector')
      return a.map((row) => dot(row, b))
    },
  },
  hadamard: {
    least: 2,
    most: 2,
    apply: ([a, b]) => {
      const product = isSameShape(a, b) ? combine(a, b, (x, y) => x * y) : null
      if (product === null) throw wrongShape('hadamard', 'vectors')
      return product
    },
  },
  outer: {
    least: 2,
    most: 2,
    apply: ([a, b]) => {
      const right = vector('outer', b, 'two-vectors')
      return vector('outer', a, 'two-vectors').map((x) => right.map((y) => x * y))
    },
  },
  concat: {
    least: 1,
    most: MANY,
    apply: (given) =>
      given.flatMap((value) => {
        if (isMatrix(value)) throw wrongShape('concat', 'numbers-or-vectors')
        return numbersOf(value)
      }),
  },
  transpose: {
    least: 1,
    most: 1,
    apply: ([value]) => {
      const rows = matrix('transpose', value)
      return rows[0].map((_, c) => rows.map((row) => row[c]))
    },
  },
  if: {
    least: 3,
    most: 3,
    apply: ([test, then, otherwise]) => (isTrue(scalar('if', test)) ? then : otherwise),
  },
  and: { least: 2, most: MANY, apply: (given) => truth(given.every((each) => isTrue(scalar('and', each)))) },
  or: { least: 2, most: MANY, apply: (given) => truth(given.some((each) => isTrue(scalar('or', each)))) },
  not: { least: 1, most: 1, apply: ([value]) => truth(!isTrue(scalar('not', value))) },
} satisfies Record<string, Entry>

export type FunctionName = keyof typeof FUNCTIONS

/** A Map has no prototype to be reached: `constructor` and `toString` are unknown names like any other. */
const BY_NAME: ReadonlyMap<string, Entry> = new Map(Object.entries(FUNCTIONS))

export const FUNCTION_NAMES: readonly string[] = [...BY_NAME.keys()]

export const isFunctionName = (name: string): name is FunctionName => BY_NAME.has(name)

export const functionNamed = (name: FunctionName): Entry => FUNCTIONS[name]
