import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffWords, type DiffPart } from './diff-words'

const of = (parts: DiffPart[], ...kinds: DiffPart['kind'][]) =>
  parts.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('')

it('tells the word that changed', () => {
  expect(diffWords('The gate is tanh of a.', 'The gate is σ of a.')).toEqual([
    { kind: 'same', text: 'The gate is ' },
    { kind: 'removed', text: 'tanh' },
    { kind: 'added', text: 'σ' },
    { kind: 'same', text: ' of a.' },
  ])
  expect(diffWords('遗忘门用 tanh', '遗忘门用 σ').at(-1)).toEqual({ kind: 'added', text: 'σ' })
  expect(diffWords('', 'new')).toEqual([{ kind: 'added', text: 'new' }])
  expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }])
})

it('always holds both texts whole', () => {
  const words = fc.array(fc.constantFrom('a', 'b ', 'σ', '门', '\n', '$x$', '👩🏽‍🔬'), { maxLength: 40 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const parts = diffWords(before, after)
      expect(of(parts, 'same', 'removed')).toBe(before)
      expect(of(parts, 'same', 'added')).toBe(after)
    }),
    { seed: 4, numRuns: process.env.UNROLL_FULL ? 5_000 : 300 },
  )
})

it('is bounded: a text of a hundred thousand words is shown as replaced', () => {
  const long = 'word '.repeat(100_000)
  const parts = diffWords(long, `${long}end`)
  expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added'])
})
