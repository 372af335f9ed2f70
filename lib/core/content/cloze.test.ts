import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardsOfNote } from './cards-of-note'
import { clozeNumbers, openCloze, parseCloze, type ClozePart } from './cloze'

const numbers = (source: string) => clozeNumbers(parseCloze(source).parts)
const opened = (source: string) => openCloze(parseCloze(source).parts)

describe('parseCloze', () => {
  it('reads numbers, hints and repeated numbers', () => {
    const { parts, problems } = parseCloze('a {{c2::b::hint}} {{c1::c}} {{c2::d}}')
    expect(problems).toEqual([])
    expect(parts[1]).toMatchObject({ kind: 'cloze', number: 2, hint: 'hint', at: 2 })
    expect(numbers('a {{c2::b::hint}} {{c1::c}} {{c2::d}}')).toEqual([1, 2])
  })

  it('counts braces, so that TeX at the end of a cloze stays whole', () => {
    expect(opened('$x = {{c1::h_{t-1}}}$')).toBe('$x = h_{t-1}$')
    expect(opened('$\\frac{{{c1::a}}}{b}$')).toBe('$\\frac{a}{b}$')
    expect(opened('{{c1::\\tilde{C}_{t}::\\tanh(W_{C})}}')).toBe('\\tilde{C}_{t}')
    expect(opened('{{c1::\\{ x \\}}}')).toBe('\\{ x \\}')
  })

  it('nests', () => {
    expect(numbers('{{c1::a {{c3::b}} c}}')).toEqual([1, 3])
    expect(opened('{{c1::a {{c3::b::h}} c::g}}')).toBe('a b c')
  })

  it('leaves other braces and escaped clozes alone', () => {
    for (const plain of ['{{x}}', '{{c0::a}}', '\\{{c1::a}}', 'c1::a', '}} a {{'])
      expect(numbers(plain)).toEqual([])
    expect(numbers('\\\\{{c1::a}}')).toEqual([1])
  })

  it('says which cloze is empty or never closed', () => {
    expect(parseCloze('ab {{c1:: }}').problems).toEqual([{ code: 'cloze-empty', at: 3 }])
    expect(parseCloze('ab {{c1::x').problems).toEqual([{ code: 'cloze-unclosed', at: 3 }])
  })

  it('gives back what any nest of clozes was made of', () => {
    const word = fc.stringMatching(/^[a-z遗忘门 $_^+-]{1,8}$/)
    const { tree } = fc.letrec<{ tree: ClozePart[] }>((tie) => ({
      tree: fc.array(
        fc.oneof(
          { maxDepth: 4 },
          word.map((text): ClozePart => ({ kind: 'text', text, at: 0 })),
          fc.record({
            kind: fc.constant('cloze' as const),
            number: fc.integer({ min: 1, max: 99 }),
            hint: fc.option(word.filter((text) => text.trim() === text)),
            parts: tie('tree').filter((parts) => parts.length > 0),
            at: fc.constant(0),
          }),
        ),
        { maxLength: 4 },
      ),
    }))
    const write = (parts: ClozePart[]): string =>
      parts
        .map((part) =>
          part.kind === 'text'
            ? part.text
            : `{{c${part.number}::${write(part.parts)}${part.hint === null ? '' : `::${part.hint}`}}}`,
        )
        .join('')
    fc.assert(
      fc.property(tree, (parts) => {
        const parsed = parseCloze(write(parts))
        expect(openCloze(parsed.parts)).toBe(openCloze(parts))
        expect(clozeNumbers(parsed.parts)).toEqual(clozeNumbers(parts))
      }),
      { seed: 7, numRuns: process.env.UNROLL_FULL ? 5_000 : 300 },
    )
  })
})

describe('cardsOfNote', () => {
  it('makes one card, two sides, or one for each cloze number', () => {
    const both = (front: string, back = 'b') => ({ zh: { front, back }, en: { front, back } })
    expect(cardsOfNote('BASIC', both('a'))).toEqual({ ords: [0], problems: [] })
    expect(cardsOfNote('REVERSED', both('a'))).toEqual({ ords: [0, 1], problems: [] })
    expect(cardsOfNote('CLOZE', both('{{c3::a}} {{c1::b}}', ''))).toEqual({ ords: [0, 2], problems: [] })
  })

  it('refuses languages that hide different numbers', () => {
    const { problems } = cardsOfNote('CLOZE', {
      zh: { front: '{{c1::a}}', back: '' },
      en: { front: '{{c1::a}} {{c2::b}}', back: '' },
    })
    expect(problems).toEqual([{ code: 'cloze-numbers-differ', numbers: { zh: [1], en: [1, 2] } }])
  })

  it('misses what is missing', () => {
    expect(cardsOfNote('BASIC', {}).problems).toEqual([{ code: 'no-language' }])
    expect(cardsOfNote('BASIC', { zh: { front: ' ', back: '' } }).problems.map((p) => p.code)).toEqual([
      'front-missing',
      'back-missing',
    ])
    expect(cardsOfNote('TYPED', { zh: { front: 'a', back: '', answers: [' '] } }).problems).toEqual([
      { code: 'answers-missing', locale: 'zh' },
    ])
    expect(cardsOfNote('CLOZE', { zh: { front: 'a', back: '' } }).problems[0].code).toBe('cloze-missing')
  })
})
