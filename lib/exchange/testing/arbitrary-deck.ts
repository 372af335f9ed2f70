import fc from 'fast-check'
import {
  ATTENTION_TEMPLATE,
  DOT_TEMPLATE,
  GATE_TEMPLATE,
} from '@/lib/core/authored-exercises/exercise-templates'
import { LOCALES, type Localized, type NoteKind, type NoteSource } from '@/lib/core/content/content'
import type { OutgoingNote } from '../outgoing'

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  fc.constantFrom(
    '$h_t = \\tanh(W_{hh} h_{t-1})$',
    '$$\n\\frac{a}{b} < \\{x\\}\n$$',
    '**bold** and *soft*',
    '`code | <b>`',
    '- one\n- two',
    '| a | b |\n| - | - |\n| $x$ | 2 |',
    '遗忘门的作用',
    '## not a note',
    '---',
    '= sum',
    '=SUM(A1)',
    '"quoted", and; more',
    '<script>alert(1)</script>',
    '&amp; &lt;',
    '\\{ \\} \\$5',
    '[link](https://example.org/?a=1&b=2)',
    ' trailing ',
    '\u2028\u00A0',
  ),
)

const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => trimmed(pieces.join('\n\n')))
const filled = words.map((text) => (text === '' ? 'x' : text))

/** As every reader of text leaves it: no carriage returns, no edges. */
const trimmed = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B-\u001F\uE000-\uF8FF]/g, '')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\s+|\s+$/g, '')

const answer = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 })
  .map((text) => trimmed(text.replaceAll('\n', ' ')) || 'tanh')

const cloze = fc
  .array(
    fc.tuple(fc.constantFrom('h_{t-1}', 'state', '$x_{t}$', '门', 'a {b} c'), fc.constantFrom('', '::hint')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.map(([text, hint], i) => `word {{c${i + 1}::${text}${hint}}} more`).join(' '))

function fieldOf(kind: NoteKind): fc.Arbitrary<NoteSource> {
  if (kind === 'CLOZE') return fc.record({ front: cloze, back: words })
  if (kind === 'TYPED')
    return fc.record({
      front: filled,
      back: words,
      answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
    })
  return fc.record({ front: filled, back: filled })
}

const tags = fc.uniqueArray(fc.constantFrom('lstm', 'gru', 'gates::forget', '门', 'a-b', 'x.y'), {
  maxLength: 4,
})

/** One of the house's, or of its author's own with any words in it. */
const exercise = fc.oneof(
  fc.constantFrom<unknown>(
    { id: 'lstm-f', parameters: {} },
    { id: 'gru-h', parameters: { rung: 2, form: 'hard' } },
  ),
  fc
    .tuple(
      fc.constantFrom(GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE),
      filled,
      fc.constantFrom('en', 'zh'),
    )
    .map(([template, question, locale]) => ({
      ...template,
      question: { ...template.question, [locale]: question },
    })),
)

/** A note that any deck here may hold, in one language or both, with everything that markup makes hard. */
export const arbitraryNote = (key: string): fc.Arbitrary<OutgoingNote> =>
  fc.oneof({ weight: 5, arbitrary: noteOfWords(key) }, { weight: 1, arbitrary: exerciseNote(key) })

const exerciseNote = (key: string): fc.Arbitrary<OutgoingNote> =>
  fc.record({ tags, exercise }).map(({ tags, exercise }) => {
    const cards = [{ ord: 0, memory: null, answers: [] }]
    return { id: `id-${key}`, key, kind: 'EXERCISE', tags, fields: {}, exercise, cards }
  })

const noteOfWords = (key: string): fc.Arbitrary<OutgoingNote> =>
  fc
    .record({
      kind: fc.constantFrom<NoteKind>('BASIC', 'REVERSED', 'CLOZE', 'TYPED'),
      locales: fc.subarray([...LOCALES], { minLength: 1 }),
      tags,
      source: fc.option(fc.constant('notes, p. 3'), { nil: undefined }),
    })
    .chain(({ kind, locales, tags, source }) =>
      fieldOf(kind).map((field): OutgoingNote => {
        // A cloze hides the same numbers in every language, so both have the same text.
        const fields: Localized<NoteSource> = Object.fromEntries(locales.map((locale) => [locale, field]))
        const cards = [{ ord: 0, memory: null, answers: [] }]
        return { id: `id-${key}`, key, kind, tags, ...(source ? { source } : {}), fields, cards }
      }),
    )

export const arbitraryNotes = (max: number): fc.Arbitrary<OutgoingNote[]> =>
  fc
    .integer({ min: 1, max })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => arbitraryNote(`n${i}.a_b-门`))))
