import { tanhOf } from './activation'
import { describe, expect, it } from 'vitest'
import { answerTraceBody } from './trace-request'

const rnn = { cell: 'rnn', weights: { layout: 'notes', W: [[0.5, -1]], b: [0.1] }, x: [[0.4], [-0.2]] }
const zeros = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => new Array(columns).fill(0))

const problemOf = (body: unknown) => {
  const outcome = answerTraceBody(body)
  return outcome.ok ? 'answered' : `${outcome.problem.code} ${outcome.problem.at ?? ''}`.trim()
}

describe('a trace request', () => {
  it('answers by the names of the reference, states starting from zero', () => {
    const outcome = answerTraceBody({ ...rnn, gradients: true, products: true })
    if (!outcome.ok || Array.isArray(outcome.value)) throw new Error('not answered')
    const { steps, gradients, products } = outcome.value
    expect(steps[0]).toEqual({ a: [0.1 - 0.4], h: [tanhOf(0.1 - 0.4)] })
    expect(Object.keys(gradients ?? {})).toEqual(['L', 'W', 'b', 'x', 'h0', 'h'])
    expect(products?.[0]).toEqual({ a: { concatenation: [0, 0.4], products: [[0, -0.4]], bias: [0.1] } })
  })

  it.each([
    ['no object', 7, 'bad_shape'],
    ['an unknown cell', { ...rnn, cell: 'mlp' }, 'unknown_cell cell'],
    ['an unknown option', { ...rnn, options: { peephole: true } }, 'unknown_option options.peephole'],
    ['an unknown value', { ...rnn, options: { activation: 'gelu' } }, 'unknown_option options.activation'],
    ['an unknown field', { ...rnn, X: 1 }, 'unexpected X'],
    ['an unknown layout', { ...rnn, weights: { layout: 'mxnet' } }, 'unknown_layout weights.layout'],
    ['a weight that is missing', { ...rnn, weights: { layout: 'notes', W: [[1, 1]] } }, 'missing weights.b'],
    ['a weight too many', { ...rnn, weights: { ...rnn.weights, W_f: [[1]] } }, 'unexpected weights.W_f'],
    [
      'a ragged matrix',
      {
        ...rnn,
        weights: {
          layout: 'notes',
          W: [
            [1, 2, 3],
            [1, 2],
          ],
          b: [0, 0],
        },
      },
      'bad_shape weights.W[1]',
    ],
    ['a text for a number', { ...rnn, x: [['0.4']] }, 'not_a_number x[0][0]'],
    ['an infinite number', { ...rnn, x: [[1e999]] }, 'not_finite x[0][0]'],
    ['an input of another size', { ...rnn, x: [[1, 2]] }, 'bad_shape x[0]'],
    ['no step', { ...rnn, x: [] }, 'bad_shape x'],
    ['a foreign state', { ...rnn, C0: [0] }, 'unexpected C0'],
    ['65 steps', { ...rnn, x: zeros(65, 1) }, 'too_large x'],
    [
      '65 units',
      { ...rnn, weights: { layout: 'notes', W: zeros(65, 66), b: new Array(65).fill(0) } },
      'too_large weights',
    ],
    ['101 requests', new Array(101).fill(rnn), 'too_large'],
    [
      'tied gates without a forget gate',
      { ...rnn, cell: 'lstm', options: { coupled: 'i=1-f', forgetGate: false } },
      'contradictory_options options',
    ],
    [
      'a Jordan network of PyTorch',
      { ...rnn, cell: 'jordan', weights: { layout: 'pytorch' } },
      'not_expressible weights.layout',
    ],
    [
      'the notes’ GRU in PyTorch',
      { ...rnn, cell: 'gru', weights: { layout: 'pytorch' } },
      'not_expressible weights.layout',
    ],
    [
      'results that overflow',
      {
        cell: 'rnn',
        options: { activation: 'relu' },
        weights: { layout: 'notes', W: [[1e308, 1]], b: [1e308] },
        x: [[1], [1]],
      },
      'not_finite',
    ],
    [
      'products of a large cell',
      {
        cell: 'rnn',
        weights: { layout: 'notes', W: zeros(9, 10), b: new Array(9).fill(0) },
        x: [[1]],
        products: true,
      },
      'too_large products',
    ],
  ])('refuses %s', (_, body, problem) => {
    expect(problemOf(body)).toBe(problem)
  })

  it('answers a list item by item, so that one bad item blocks nothing', () => {
    const outcome = answerTraceBody([rnn, { ...rnn, cell: 'mlp' }, { ...rnn, products: true }])
    if (!outcome.ok || !Array.isArray(outcome.value)) throw new Error('not answered')
    expect(outcome.value.map((item) => ('error' in item ? item.error.code : 'ok'))).toEqual([
      'ok',
      'unknown_cell',
      'too_large',
    ])
  })

  it('limits the work of a whole call', () => {
    const large = {
      cell: 'rnn',
      weights: { layout: 'notes', W: zeros(64, 128), b: new Array(64).fill(0) },
      x: zeros(64, 64),
    }
    expect(problemOf(new Array(3).fill(large))).toBe('answered')
    expect(problemOf(new Array(4).fill(large))).toBe('too_large')
  })

  it('is stable where σ would overflow', () => {
    const lstm = {
      cell: 'lstm',
      weights: Object.fromEntries([
        ['layout', 'notes'],
        ...['f', 'i', 'C', 'o'].flatMap((gate) => [
          [`W_${gate}`, [[0, gate === 'f' ? -1 : 1]]],
          [`b_${gate}`, [0]],
        ]),
      ]),
      x: [[1000], [-1000]],
    }
    const outcome = answerTraceBody(lstm)
    if (!outcome.ok || Array.isArray(outcome.value)) throw new Error('not answered')
    expect(outcome.value.steps[0]).toMatchObject({ f: [0], i: [1], C_tilde: [1], C: [1], o: [1] })
    expect(outcome.value.steps[1]).toMatchObject({ f: [1], i: [0], C: [1], h: [0] })
  })
})
