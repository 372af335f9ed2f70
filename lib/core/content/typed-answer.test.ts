import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTypedAnswer } from './typed-answer'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const accepts = (typed: string, ...accepted: string[]) => checkTypedAnswer(typed, accepted).isCorrect

describe('checkTypedAnswer', () => {
  it.each([
    ['遗忘门', '遗忘门'],
    [' 遗忘门。', '遗忘门'],
    ['The Forget Gate', 'forget gate'],
    ['forget-gate', 'forget gate'],
    ['ｆｏｒｇｅｔ　ｇａｔｅ', 'forget gate'],
    ['输入门(记忆门)', '输入门（记忆门）'],
    ['“Elman’s”', "Elman's"],
    ['sigmoid', '\\sigma'],
    ['σ', 'sigmoid'],
    ['TANH', '\\tanh'],
  ])('takes %s for %s', (typed, answer) => {
    expect(accepts(typed, answer)).toBe(true)
  })

  it.each([
    ['o_t * tanh(C_t)', 'h_t = o_t * \\tanh(C_t)'],
    ['h_t = o_t*tanh C_t', 'h_t = o_t * \\tanh(C_t)'],
    ['ot tanh(ct)', 'o_t * \\tanh(C_t)'],
    ['$\\tanh(C_{t})\\odot o_{t}$', 'o_t * \\tanh(C_t)'],
    ['oₜ ⊙ tanh(Cₜ)', 'o_t * \\tanh(C_t)'],
    ['ｏ＿ｔ＊ｔａｎｈ（Ｃ＿ｔ）', 'o_t * \\tanh(C_t)'],
    ['f_t*C_{t-1}+i_t*\\tilde{C}_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['ft*Ct-1 + it*C~_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['i_t * C̃_t + f_t * C_t-1', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['fₜCₜ₋₁ + iₜC̃ₜ', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['f_t C_(t-1) + i_t C_tilde_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['(1-z_t)h_{t-1} + z_t \\tilde h_t', '(1-z_t) * h_{t-1} + z_t * \\tilde{h}_t'],
    ['z_t*h~_t + (1 − z_t)·h_{t−1}', '(1-z_t) * h_{t-1} + z_t * \\tilde{h}_t'],
    ['sigmoid(W_f[h_{t-1}, x_t] + b_f)', '\\sigma(W_f[h_{t-1},x_t] + b_f)'],
    ['\\sigma\\left(b_f + W_f [h_{t-1},x_t]\\right)', '\\sigma(W_f[h_{t-1},x_t] + b_f)'],
    ['((tanh(a_t)))', '\\tanh(a_t)'],
    ['0.50', '.5'],
  ])('takes %s for %s', (typed, answer) => {
    expect(accepts(typed, answer)).toBe(true)
  })

  it.each([
    ['', '遗忘门'],
    ['输入门', '遗忘门'],
    ['input gate', 'forget gate'],
    ['o_t * C_t', 'o_t * \\tanh(C_t)'],
    ['\\tanh(o_t * C_t)', 'o_t * \\tanh(C_t)'],
    ['i_t * C_{t-1} + f_t * \\tilde{C}_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['f_t * C_t + i_t * \\tilde{C}_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['f_t * C_{t-1} - i_t * \\tilde{C}_t', 'f_t * C_{t-1} + i_t * \\tilde{C}_t'],
    ['z_t * h_{t-1} + (1-z_t) * \\tilde{h}_t', '(1-z_t) * h_{t-1} + z_t * \\tilde{h}_t'],
    ['C_t = o_t * tanh(C_t)', 'h_t = o_t * \\tanh(C_t)'],
    ['h_t - 1', 'h_{t-1}'],
    ['[x_t, h_{t-1}]', '[h_{t-1}, x_t]'],
    ['tanh', '\\tanh(C_t)'],
    ['\\tilde{C}_t', 'C_t'],
    ['两', '三'],
  ])('does not take %s for %s', (typed, answer) => {
    expect(accepts(typed, answer)).toBe(false)
  })

  it('shows what was too much and what is missing, against the nearest answer', () => {
    expect(checkTypedAnswer('忘门', ['输入门', '遗忘门'])).toEqual({
      isCorrect: false,
      closest: '遗忘门',
      parts: [
        { kind: 'missing', text: '遗' },
        { kind: 'same', text: '忘门' },
      ],
    })
    expect(checkTypedAnswer('Forget gates', ['forget gate']).parts).toEqual([
      { kind: 'same', text: 'Forget gate' },
      { kind: 'extra', text: 's' },
    ])
    expect(checkTypedAnswer('', ['$f_t$']).parts).toEqual([{ kind: 'missing', text: 'f_t' }])
  })

  it('never throws, and its parts always spell both texts', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'ab_{}()[]\\^*+-= t1~tanhσ,$遗'), maxLength: 60 }),
    )
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 3 }), (typed, accepted) => {
        const verdict = checkTypedAnswer(typed, accepted)
        const spell = (kinds: string[]) =>
          verdict.parts
            .filter((part) => kinds.includes(part.kind))
            .map((part) => part.text)
            .join('')
        expect(spell(['same', 'extra'])).toBe(typed.replaceAll('$', '').trim())
        if (!verdict.isCorrect)
          expect(Array.from(spell(['same', 'missing']))).toHaveLength(Array.from(verdict.closest).length)
        for (const answer of accepted) {
          if (answer.replaceAll('$', '').trim() !== '') expect(accepts(answer, ...accepted)).toBe(true)
        }
      }),
      { seed: 3, numRuns: process.env.UNROLL_FULL ? 20_000 : 1_000 },
    )
  })

  it('stays quick on a wall of text', () => {
    const started = processorMillis()
    checkTypedAnswer('('.repeat(100_000), ['{'.repeat(100_000), 'a_'.repeat(50_000)])
    expect(processorMillis() - started).toBeLessThan(500)
  })
})
