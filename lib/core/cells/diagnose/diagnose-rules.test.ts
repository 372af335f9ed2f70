import { describe, expect, it } from 'vitest'
import { answerDiagnoseBody } from '../diagnose-request'
import { answerTraceBody } from '../trace-request'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const weights = {
  layout: 'notes',
  W_f: [
    [0.5, -1.1, 0.7],
    [-0.9, 0.4, 1.2],
  ],
  b_f: [0.3, -0.4],
  W_i: [
    [1.2, 0.3, -0.8],
    [0.2, -1.4, 0.9],
  ],
  b_i: [-0.2, 0.6],
  W_C: [
    [-0.7, 1.3, 0.4],
    [1.1, 0.6, -1.2],
  ],
  b_C: [0.5, -0.1],
  W_o: [
    [0.8, -0.5, 1.4],
    [-1.3, 0.9, 0.2],
  ],
  b_o: [0.1, 0.7],
}
const lstm = {
  cell: 'lstm',
  weights,
  x: [[1.1], [-0.6]],
  h0: [0.4, -0.7],
  C0: [1.6, -1.3],
}

const traced = answerTraceBody(lstm)
if (!traced.ok || Array.isArray(traced.value)) throw new Error('not traced')
const { steps } = traced.value

const ask = (more: Record<string, unknown>) => {
  const outcome = answerDiagnoseBody({ ...lstm, step: 1, ...more })
  if (!outcome.ok) throw new Error(outcome.problem.message.en)
  return outcome.value
}
const problem = (more: Record<string, unknown>) => {
  const outcome = answerDiagnoseBody({ ...lstm, step: 1, quantity: 'f', ...more })
  return outcome.ok ? 'answered' : outcome.problem.code
}

describe('a diagnosis', () => {
  it('takes a number, a vector and texts as they are typed', () => {
    const [a, b] = steps[0].f
    const typed = a.toFixed(3).replace('.', ',')
    expect(ask({ quantity: 'f', index: 0, answer: a }).verdict).toBe('correct')
    expect(ask({ quantity: 'f', index: 0, answer: typed }).verdict).toBe('correct')
    expect(ask({ quantity: 'f', answer: [a, b] }).verdict).toBe('correct')
    expect(ask({ quantity: 'f', answer: [typed, `${(100 * b).toFixed(1)}%`] }).verdict).toBe('correct')
    expect(ask({ quantity: 'f', answer: `[${a}, ${b}]` }).verdict).toBe('correct')
    expect(ask({ quantity: 'f', answer: `${typed}; ${b.toFixed(3)}` }).verdict).toBe('correct')
  })

  it('says empty and not-a-number before anything else', () => {
    expect(ask({ quantity: 'f', index: 0 }).verdict).toBe('empty')
    expect(ask({ quantity: 'f', index: 0, answer: ' ' }).verdict).toBe('empty')
    expect(ask({ quantity: 'f', answer: [steps[0].f[0], null] }).verdict).toBe('empty')
    expect(ask({ quantity: 'f', index: 0, answer: '8 cm' }).verdict).toBe('not-a-number')
    expect(ask({ quantity: 'f', answer: '0.1, 0.2, 0.3' }).verdict).toBe('not-a-number')
  })

  it('accepts up to the tolerance and no further', () => {
    const [a] = steps[0].C
    expect(ask({ quantity: 'C', index: 0, answer: a + 0.00499 }).verdict).toBe('correct')
    expect(ask({ quantity: 'C', index: 0, answer: a + 0.00501 }).verdict).not.toBe('correct')
    expect(ask({ quantity: 'C', index: 0, answer: a + 0.009, tolerance: 0.01 }).verdict).toBe('correct')
  })

  it('asks one slip to explain every wrong component of a vector', () => {
    const kept = steps[0].f.map((f, k) => f * lstm.C0[k])
    expect(ask({ quantity: 'C', answer: kept })).toMatchObject({
      verdict: 'slip',
      slips: ['dropped_candidate'],
      components: [
        { index: 0, verdict: 'slip' },
        { index: 1, verdict: 'slip' },
      ],
    })
    expect(ask({ quantity: 'C', answer: [kept[0], steps[0].C[1]] })).toMatchObject({
      verdict: 'slip',
      components: [{ verdict: 'slip' }, { verdict: 'correct' }],
    })
    const written = steps[0].i[1] * steps[0].C_tilde[1]
    expect(ask({ quantity: 'C', answer: [kept[0], written] }).verdict).toBe('unknown')
  })

  it('returns all slips that fit as ambiguous', () => {
    // Without an old state, the gate with the bias alone is also the gate without its bias where b = 0 on one side.
    const rnn = {
      cell: 'rnn',
      weights: { layout: 'notes', W: [[0.5, 0.8]], b: [0.6] },
      x: [[0.75]],
      h0: [0.9],
    }
    // W h = 0.45, W x = 0.6, b = 0.6: leaving out the input or the bias is the same number.
    const outcome = answerDiagnoseBody({ ...rnn, step: 1, quantity: 'h', index: 0, answer: Math.tanh(1.05) })
    if (!outcome.ok) throw new Error('not answered')
    expect(outcome.value.verdict).toBe('ambiguous')
    expect(outcome.value.slips.sort()).toEqual(['no_bias', 'no_input_term'])
    expect(outcome.value.message.zh).toContain('漏加偏置')
  })

  it('follows plausible earlier entries, slips among them, and names them', () => {
    const own = [0.9, 0.15]
    const C = own.map((f, k) => f * lstm.C0[k] + steps[0].i[k] * steps[0].C_tilde[k])
    const earlier = [{ step: 1, quantity: 'f', answer: own }]
    expect(ask({ quantity: 'C', answer: C }).verdict).toBe('unknown')
    const followed = ask({ quantity: 'C', answer: C, earlier })
    expect(followed.verdict).toBe('follows')
    expect(followed.message.en).toBe('Using your f = (0.9, 0.15), C follows correctly.')
    // A gate without its σ lies outside (0, 1), and is followed all the same: it is a slip that anybody makes.
    const { a_f: sums } = steps[0]
    const fromSums = sums.map((a, k) => a * lstm.C0[k] + steps[0].i[k] * steps[0].C_tilde[k])
    const unsquashed = [{ step: 1, quantity: 'f', answer: sums }]
    expect(ask({ quantity: 'C', answer: fromSums, earlier: unsquashed }).verdict).toBe('follows')
    // h does not need C to be entered: what lies between is worked with the learner's own value.
    const h = C.map((value, k) => steps[0].o[k] * Math.tanh(value))
    expect(ask({ quantity: 'h', answer: h, earlier }).verdict).toBe('follows')
  })

  it('gives nothing for zeros', () => {
    const earlier = ['f', 'i', 'C_tilde'].map((quantity) => ({ step: 1, quantity, answer: [0, 0] }))
    expect(ask({ quantity: 'C', answer: [0, 0], earlier }).verdict).not.toBe('follows')
  })

  it('names a slip made with own values', () => {
    const own = [0.9, 0.15]
    const earlier = [{ step: 1, quantity: 'f', answer: own }]
    const dropped = own.map((f, k) => f * lstm.C0[k])
    const { verdict, slips, message } = ask({ quantity: 'C', answer: dropped, earlier })
    expect({ verdict, slips }).toEqual({ verdict: 'slip', slips: ['dropped_candidate'] })
    expect(message.zh).toContain('按你填的 f = (0.9, 0.15)')
  })

  it('names further slips only where no catalogued one fits', () => {
    expect(ask({ quantity: 'h', answer: steps[0].h.map((h) => -h) }).slips).toEqual(['sign'])
    expect(ask({ quantity: 'h', index: 0, answer: steps[0].h[0] * 10 }).slips).toEqual(['decimal_shift'])
    expect(ask({ quantity: 'h', answer: [...steps[0].h].reverse() }).slips).toEqual(['another_component'])
    expect(ask({ quantity: 'h', step: 2, answer: steps[0].h }).slips).toEqual(['previous_step'])
    expect(ask({ quantity: 'C', answer: [7, 9] })).toMatchObject({ verdict: 'unknown', slips: [] })
  })

  it('calls rounding to two decimals coarse, and nothing that is further off', () => {
    const [f] = steps[1].f
    expect(ask({ step: 2, quantity: 'f', index: 0, answer: f + 0.008 }).verdict).toBe('coarse')
    expect(ask({ step: 2, quantity: 'f', index: 0, answer: f + 0.035 }).verdict).not.toBe('coarse')
  })

  it('never tells the right value', () => {
    for (const quantity of ['f', 'C', 'h']) {
      for (const answer of [[0.123, 0.456], steps[0][quantity].map((value) => -value)]) {
        const text = JSON.stringify(ask({ quantity, answer }))
        for (const value of steps[0][quantity]) expect(text).not.toContain(Math.abs(value).toFixed(3))
      }
    }
  })

  it('refuses what does not fit the network', () => {
    expect(problem({ step: 3 })).toBe('out_of_range')
    expect(problem({ step: 0 })).toBe('out_of_range')
    expect(problem({ quantity: 'z' })).toBe('unknown_quantity')
    expect(problem({ index: 2, answer: 1 })).toBe('out_of_range')
    expect(problem({ answer: 0.5 })).toBe('bad_shape')
    expect(problem({ index: 0, answer: [0.5] })).toBe('bad_shape')
    expect(problem({ tolerance: 0 })).toBe('out_of_range')
    expect(problem({ earlier: [{ step: 1, quantity: 'q', answer: [1, 2] }] })).toBe('unknown_quantity')
    expect(problem({ earlier: [{ step: 1, quantity: 'f', answer: [1] }] })).toBe('bad_shape')
  })

  it('answers a large vector within the time that anybody may take', () => {
    const size = 64
    const row = (k: number) => Array.from({ length: 2 * size }, (_, j) => Math.sin(k * j + j) / 8)
    const large = {
      cell: 'rnn',
      weights: {
        layout: 'notes',
        W: Array.from({ length: size }, (_, k) => row(k)),
        b: new Array<number>(size).fill(0),
      },
      x: Array.from({ length: 64 }, (_, t) => row(t).slice(0, size)),
    }
    const start = processorMillis()
    const outcome = answerDiagnoseBody({
      ...large,
      step: 64,
      quantity: 'h',
      answer: new Array<number>(size).fill(0.05),
    })
    expect(outcome.ok).toBe(true)
    expect(processorMillis() - start).toBeLessThan(5_000)
  })
})
