import { describe, expect, it } from 'vitest'
import { evaluateFormula } from './evaluate-formula'
import { FUNCTION_NAMES } from './formula-functions'
import { FORMULA_LIMITS } from './formula-limits'
import type { FormulaOutcome } from './formula-problem'
import { isName } from './names'
import { parseFormula } from './parse-formula'
import type { Value } from './value'

const SCOPE = new Map<string, Value>([
  ['x', 2],
  ['z', -3],
  ['v', [1, 2, 3]],
  ['w', [0.5, -1, 2]],
  [
    'W',
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ],
  ['权重', 7],
  ['h_prev', 0.25],
])

function compute(text: string, scope: ReadonlyMap<string, Value> = SCOPE): FormulaOutcome<Value> {
  const parsed = parseFormula(text)
  return parsed.ok ? evaluateFormula(parsed.value, scope) : parsed
}

const valueOf = (text: string) => {
  const outcome = compute(text)
  if (!outcome.ok) throw new Error(`${text}: ${outcome.problem.message.en}`)
  return outcome.value
}

const problemOf = (text: string) => {
  const outcome = compute(text)
  if (outcome.ok) throw new Error(`${text} has a value: ${JSON.stringify(outcome.value)}`)
  return outcome.problem
}

describe('a formula', () => {
  it.each<[string, Value]>([
    ['1 + 2 * 3', 7],
    ['2 * x ^ 3 ^ 1', 16],
    ['2 ^ 3 ^ 2', 512],
    ['-x ^ 2', -4],
    ['(-x) ^ 2', 4],
    ['2 ^ -1', 0.5],
    ['- -x', 2],
    ['8 / 2 / 2', 2],
    ['5 - 2 - 1', 2],
    ['1e-3 + .5', 0.501],
    ['x > 1', 1],
    ['x ≤ 1', 0],
    ['(x > 1) * z', -3],
    ['0.1 + 0.2 == 0.3', 1],
    ['x != 2', 0],
    ['权重 * h_prev', 1.75],
    ['x × 3 − 1', 5],
    ['（x＋1）＊2', 6],
    ['[1, x, z]', [1, 2, -3]],
    [
      '[[1, 2], [3, x]]',
      [
        [1, 2],
        [3, 2],
      ],
    ],
    ['v * w', [0.5, -2, 6]],
    ['2 * v + 1', [3, 5, 7]],
    ['v[2]', 2],
    ['W[2]', [4, 5, 6]],
    ['W[2][1]', 4],
    ['v[x]', 2],
    ['[1, 2][1] + 1', 2],
    ['(v + w)[1]', 1.5],
    ['sigmoid(0)', 0.5],
    ['tanh([0, 0])', [0, 0]],
    ['relu(w)', [0.5, 0, 2]],
    ['exp(0) + log(1) + sqrt(4) + abs(z)', 6],
    ['min(3, x, v)', 1],
    ['max(w)', 2],
    ['sum(W)', 21],
    ['mean(v)', 2],
    ['length(v)', 3],
    ['dot(v, w)', 4.5],
    ['matvec(W, v)', [14, 32]],
    ['hadamard(v, w)', [0.5, -2, 6]],
    ['concat(h_prev, v)', [0.25, 1, 2, 3]],
    [
      'transpose(W)',
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
    [
      'outer([1, 2], [3, 4])',
      [
        [3, 4],
        [6, 8],
      ],
    ],
    ['softmax([1, 1])', [0.5, 0.5]],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['floor(-0.5)', -1],
    ['if(z > 0, log(z), 0)', 0],
    ['if(and(x > 1, not(z > 0)), 10, 20)', 10],
    ['or(x > 5, z < 0)', 1],
    ['x * 0 * z', 0],
  ])('%s is %j', (text, value) => {
    expect(valueOf(text)).toEqual(value)
  })

  it('never answers with a zero that has a sign', () => {
    expect(Object.is(valueOf('0 * z'), 0)).toBe(true)
  })

  it.each([
    ['', 'empty', 0, 0],
    ['1 +', 'operand-missing', 2, 3],
    ['(1 + 2', 'unclosed', 5, 6],
    ['v[1', 'unclosed', 2, 3],
    ['sum(v', 'unclosed', 4, 5],
    ['1 2', 'two-formulas', 0, 3],
    ['x = 2', 'unexpected', 2, 3],
    ['x % 2', 'unexpected', 2, 3],
    ['a & b', 'unexpected', 2, 3],
    ['2x', 'number-unreadable', 1, 2],
    ['"x"', 'text', 0, 3],
    ['v.length', 'property', 0, 8],
    ['x > 1 ? 2 : 3', 'question-mark', 0, 13],
    ['x(2)', 'unknown-function', 0, 1],
    ['(x)(2)', 'not-a-function', 0, 6],
    ['segmoid(x)', 'unknown-function', 0, 7],
    ['1 + y', 'unknown-name', 4, 5],
    ['sum + 1', 'function-without-brackets', 0, 3],
    ['1 + dot(v)', 'argument-count', 4, 10],
    ['[]', 'list-empty', 0, 2],
    ['[1, [2, 3]]', 'list-ragged', 0, 11],
    ['[[1, 2], [3]]', 'list-ragged', 0, 13],
    ['1 + v * [1, 2]', 'shapes-differ', 4, 14],
    ['dot(v, [1, 2])', 'wrong-shape', 0, 14],
    ['matvec(W, [1, 2])', 'wrong-shape', 0, 17],
    ['v[0]', 'index-out-of-range', 2, 3],
    ['v[4]', 'index-out-of-range', 2, 3],
    ['v[1.5]', 'index-out-of-range', 2, 5],
    ['x[1]', 'index-of-number', 0, 4],
    ['1 / (x - 2)', 'division-by-zero', 0, 11],
    ['2 * log(z)', 'not-finite', 4, 10],
    ['exp(1000)', 'not-finite', 0, 9],
    ['1e999', 'number-unreadable', 0, 5],
    ['[1,,2]', 'unexpected', 0, 6],
  ])('%j is refused as %s at %i to %i', (text, code, from, to) => {
    const problem = problemOf(text)
    expect({ code: problem.code, from: problem.from, to: problem.to }).toEqual({ code, from, to })
    expect(problem.message.en).not.toBe('')
    expect(problem.message.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'this',
    'globalThis',
    'process',
    'eval',
    'Function',
    'Math',
    'true',
    'null',
  ])('%s is a name that nothing has, and no function', (name) => {
    expect(problemOf(name).code).toBe('unknown-name')
    expect(problemOf(`${name}(1)`).code).toBe('unknown-function')
    expect(problemOf(`v.${name}`).code).toBe('property')
    expect(['text', 'unknown-name']).toContain(problemOf(`v["${name}"]`).code)
  })

  it('has limits, each of them reached', () => {
    expect(problemOf(`1${' '.repeat(FORMULA_LIMITS.length)}`).code).toBe('too-long')
    expect(problemOf(`${'('.repeat(200)}1${')'.repeat(200)}`).code).toBe('too-deep')
    expect(problemOf('-'.repeat(400) + '1').code).toBe('too-deep')
    expect(problemOf(Array.from({ length: 150 }, () => 'x').join('+')).code).toBe('too-deep')
    expect(problemOf(`max(${Array.from({ length: 60 }, () => 'x+x+x+x+x').join(',')})`).code).toBe(
      'too-many-parts',
    )
    expect(problemOf(`[${'1,'.repeat(70)}1]`).code).toBe('too-large')
    expect(problemOf(`${'n'.repeat(41)}`).code).toBe('name-too-long')
    const big = new Map([['u', Array.from({ length: 20 }, () => 1)]])
    const sums = Array.from({ length: 60 }, () => 'sum(outer(u,u))').join(',')
    const heavy = compute(`max(${sums})`, big)
    expect(heavy.ok ? null : heavy.problem.code).toBe('too-much-work')
    const wide = new Map([['u', Array.from({ length: 64 }, () => 1)]])
    const large = compute('outer(u, u)', wide)
    expect(large.ok ? null : large.problem.code).toBe('too-large')
  })

  it('says which names it reads', () => {
    const parsed = parseFormula('sigmoid(dot(w, v) + b) * w[1]')
    expect(parsed.ok && parsed.value.names).toEqual(['w', 'v', 'b'])
  })

  it('keeps names apart from functions', () => {
    expect(['z', 'W_f', 'h_prev', '权重', 'α2'].every(isName)).toBe(true)
    expect(['', '2x', 'a b', 'a-b', '_x', '__proto__', 'constructor', 'sum'].some(isName)).toBe(false)
    expect(FUNCTION_NAMES).toContain('matvec')
  })
})
