import { expect, it } from 'vitest'
import { plainText } from './plain-text'

it('keeps what people write, in every script', () => {
  const text = 'The gate is σ, not tanh.\n\t第 3 页：“遗忘门” 👩🏽‍🔬 <b>&amp;</b> $C_t$'
  expect(plainText(text)).toBe(text)
})

it('takes away what can neither be stored nor be trusted', () => {
  expect(plainText('a\u0000b\u0007c\u007fd\u0085e')).toBe('abcde')
  expect(plainText('safe \u202egnp.exe\u202c \u2066x\u2069')).toBe('safe gnp.exe x')
  expect(plainText('half \ud83d of a pair')).toBe('half \ufffd of a pair')
  expect(plainText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
})
