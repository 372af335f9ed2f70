import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, type DeckFile, type DeckFileNote } from './deck-file'
import { readDeckFile } from './read-deck-file'
import { writeDeckFile } from './write-deck-file'

const FRONT = '---\ndeck: gates\ntitle:\n  zh: 门\n  en: Gates\n---\n'

const read = (text: string) => {
  const result = readDeckFile(text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}
const problemsOf = (text: string) => {
  const result = readDeckFile(text)
  return result.ok ? [] : result.problems
}

describe('readDeckFile', () => {
  it('reads every kind, both languages, tags, answers and the place of each', () => {
    const { deck, places } = read(`${FRONT}
## forget-gate
kind: typed
tags: lstm, gate
source: LSTM 中各个门的作用是什么?

### zh

哪个门控制 $C_{t-1}$ 保留多少?

= 遗忘门
= $f_t$

---

记作 $f_t$。

### en
Which gate decides how much of $C_{t-1}$ is kept?
= forget gate

## blank
kind: cloze
### zh
{{c1::a}}
### en
{{c1::b}}

## by-hand
kind: exercise
exercise: lstm-step
parameters: { hidden: 1 }
`)
    expect(deck.title).toEqual({ zh: '门', en: 'Gates' })
    expect(deck.notes).toEqual([
      {
        key: 'forget-gate',
        kind: 'TYPED',
        tags: ['lstm', 'gate'],
        source: 'LSTM 中各个门的作用是什么?',
        fields: {
          zh: { front: '哪个门控制 $C_{t-1}$ 保留多少?', back: '记作 $f_t$。', answers: ['遗忘门', '$f_t$'] },
          en: {
            front: 'Which gate decides how much of $C_{t-1}$ is kept?',
            back: '',
            answers: ['forget gate'],
          },
        },
      },
      {
        key: 'blank',
        kind: 'CLOZE',
        tags: [],
        fields: { zh: { front: '{{c1::a}}', back: '' }, en: { front: '{{c1::b}}', back: '' } },
      },
      {
        key: 'by-hand',
        kind: 'EXERCISE',
        tags: [],
        fields: {},
        exercise: { id: 'lstm-step', parameters: { hidden: 1 } },
      },
    ])
    expect(places.get('forget-gate')).toEqual({
      line: 8,
      fields: {
        zh: { line: 13, front: 15, answer: 17, back: 22 },
        en: { line: 24, front: 25, answer: 26, back: 24 },
      },
    })
  })

  it('is not put off by a byte order mark, Windows line ends or spaces after structure', () => {
    const text = `\uFEFF${FRONT}## a  \n### zh \nq\n---  \nr\n`.replaceAll('\n', '\r\n')
    expect(read(text).deck.notes[0].fields).toEqual({ zh: { front: 'q', back: 'r' } })
  })

  it('reports several mistakes at once, each with its line', () => {
    const text = `${FRONT}stray words

## same
kind: bsaic
### zh
q
---
r
---
s

## same
tags: [a, 'b,c']
colour: red
### cn
q
### en
q

## cloze
kind: cloze
### zh
{{c1::a}}
### en
{{c2::a}}

## b ad
[
`
    expect(problemsOf(text).map(({ code, line, detail }) => [code, line, detail])).toEqual([
      ['text-outside-note', 7, 'stray words'],
      ['kind-unknown', 10, 'bsaic'],
      ['separator-twice', 15, undefined],
      ['note-key-twice', 18, 'same'],
      ['tags', 19, undefined],
      ['yaml-unknown-key', 20, 'colour'],
      ['language-unknown', 21, 'cn'],
      ['back-missing', 23, undefined],
      ['cloze-numbers-differ', 26, 'zh: 1 / en: 2'],
      ['note-key', 33, 'b ad'],
      ['yaml', expect.any(Number), expect.any(String)],
    ])
  })

  it('names what is wrong with the head of the file', () => {
    const codes = (text: string) => problemsOf(text).map((problem) => problem.code)
    const note = '\n## a\n### zh\nq\n---\nr\n'
    expect(codes('')).toEqual(['front-matter-missing', 'no-notes'])
    expect(codes(`## a${note}`)).toContain('front-matter-missing')
    expect(codes('---\ndeck: a\n')).toContain('front-matter-unclosed')
    expect(codes(`---\ndeck: Not a key\ntitle: { zh: a }\n---${note}`)).toEqual(['deck-key'])
    expect(codes(`---\ndeck: a\n---${note}`)).toEqual(['title-missing'])
    expect(codes(`---\ndeck: a\ntitle: { zh: a, zh: b }\n---${note}`)).toContain('yaml')
  })

  it('survives YAML made to hurt', () => {
    const hostile = [
      'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]',
      `a: ${'['.repeat(9_000)}`,
      `? ${'{'.repeat(9_000)}`,
      'a: !!js/function "x"',
      '__proto__: { kind: basic }',
      '- 1',
      'x'.repeat(30_000),
    ]
    for (const yaml of hostile) {
      expect(problemsOf(`---\n${yaml}\n---\n`).length).toBeGreaterThan(0)
      expect(problemsOf(`${FRONT}## a\n${yaml}\n### zh\nq\n---\nr\n`).length).toBeGreaterThan(0)
    }
  })

  it('stops counting mistakes at a hundred and refuses a file that is too long', () => {
    expect(problemsOf(FRONT + '## a\n'.repeat(500))).toHaveLength(100)
    expect(problemsOf('x'.repeat(5_000_001)).map((problem) => problem.code)).toEqual(['file-too-long'])
  })
})

describe('writeDeckFile', () => {
  it('is what a person would have written', () => {
    const text = `---
deck: gates
title:
  zh: 门
  en: Gates
---

## forget-gate
kind: basic
tags: [lstm, gate]

### zh

遗忘门的作用?

---

控制 $C_{t-1}$ 保留多少。
`
    expect(writeDeckFile(read(text).deck).trimEnd()).toBe(text.trimEnd())
  })

  it('writes text that looks like structure so that it comes back as text', () => {
    const front = [
      'a',
      '## not a note',
      '### zh',
      '\\### en',
      '---',
      '= not an answer',
      '### Heading',
      '\\x',
    ].join('\n')
    const deck = { ...emptyDeck, notes: [note({ fields: { zh: { front, back: 'b' } } })] }
    expect(read(writeDeckFile(deck)).deck).toEqual(deck)
  })

  it('is read back as the same deck, whatever the deck', () => {
    fc.assert(
      fc.property(anyDeck, (deck) => {
        const written = writeDeckFile(deck)
        expect(read(written).deck).toEqual(deck)
        expect(writeDeckFile(read(written).deck)).toBe(written)
      }),
      { seed: 11, numRuns: process.env.UNROLL_FULL ? 3_000 : 200 },
    )
  })
})

const emptyDeck: DeckFile = { key: 'gates', title: { en: 'Gates' }, description: {}, notes: [] }
const note = (over: Partial<DeckFileNote>): DeckFileNote => ({
  key: 'n',
  kind: 'BASIC',
  tags: [],
  fields: {},
  ...over,
})

const line = fc.oneof(
  fc.constantFrom(
    '---',
    '## a',
    '### zh',
    '### en-GB',
    '= x',
    '\\---',
    '\\\\## b',
    '```',
    '',
    '  indented',
    '---x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom('门控制 $C_{t-1}$。', '$$\nh_t = o_t\n$$', '- [ ] item: {a: b}', '# x', '!!x', "it's"),
)
const isEdge = (text: string) =>
  text.split('\n').some((each, i, all) => (i === 0 || i === all.length - 1) && each.trim() === '')
const text = fc
  .array(line, { minLength: 1, maxLength: 5 })
  .map((lines) => lines.join('\n').replace(/[\r\uFEFF]/g, ''))
  .filter((value) => value.trim() !== '' && !isEdge(value))
const title = text.map((value) => value.trim())
const word = fc.stringMatching(/^[a-zA-Z0-9遗忘门][\w.-]{0,12}$/)
const answer = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((value) => value.replace(/[\r\n]/g, '').trim())
  .filter((value) => value !== '')

const localized = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(fc.record({ zh: value, en: value }), fc.record({ zh: value }), fc.record({ en: value }))

const fieldsOf = {
  BASIC: localized(fc.record({ front: text, back: text })),
  REVERSED: localized(fc.record({ front: text, back: text })),
  TYPED: localized(
    fc.record({
      front: text,
      back: fc.oneof(text, fc.constant('')),
      answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
    }),
  ),
  CLOZE: localized(
    fc.record({
      front: text.map((value) => `${value.replaceAll('{{c', '')} {{c1::x}} {{c2::y::z}}`),
      back: fc.oneof(text, fc.constant('')),
    }),
  ),
  EXERCISE: fc.oneof(fc.constant({}), localized(fc.record({ front: text, back: text }))),
}
const anyNote = fc.constantFrom(...Object.values(KINDS)).chain((kind) =>
  fc.record(
    {
      key: word,
      kind: fc.constant(kind),
      tags: fc.uniqueArray(word, { maxLength: 3 }),
      source: title.filter((value) => value.length <= 500),
      fields: fieldsOf[kind],
      ...(kind === 'EXERCISE'
        ? {
            exercise: fc.record({
              id: word,
              parameters: fc.dictionary(word, fc.oneof(fc.integer(), fc.boolean(), title)),
            }),
          }
        : {}),
    },
    {
      requiredKeys:
        kind === 'EXERCISE'
          ? ['key', 'kind', 'tags', 'fields', 'exercise']
          : ['key', 'kind', 'tags', 'fields'],
    },
  ),
) as fc.Arbitrary<DeckFileNote> // the record is built key by key, which its type cannot follow

const anyDeck: fc.Arbitrary<DeckFile> = fc.record({
  key: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/),
  title: localized(title),
  description: fc.oneof(fc.constant({}), localized(title)),
  notes: fc.uniqueArray(anyNote, { selector: (each) => each.key, minLength: 1, maxLength: 5 }),
})
