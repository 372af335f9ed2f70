import { clozeNumbers, parseCloze } from './cloze'
import { LOCALES, type Locale, type Localized, type NoteKind, type NoteSource } from './content'

export type CardsProblem =
  | { code: 'no-language' }
  | { code: 'front-missing' | 'back-missing' | 'answers-missing' | 'cloze-missing'; locale: Locale }
  | { code: 'answers-not-allowed'; locale: Locale }
  /** Both languages are one memory, so they must hide the same numbers. */
  | { code: 'cloze-numbers-differ'; numbers: Localized<number[]> }

export type CardsOfNote = { ords: number[]; problems: CardsProblem[] }

/**
 * Which cards a note makes, ascending. An ord is the card's side (0 forwards, 1 backwards) or its cloze number less
 * one, so a change of kind keeps ord 0 and its memory (DESIGN.md §3). With problems the ords are what could be read.
 */
export function cardsOfNote(kind: NoteKind, fields: Localized<NoteSource>): CardsOfNote {
  const problems: CardsProblem[] = []
  const locales = LOCALES.filter((locale) => fields[locale])
  if (locales.length === 0 && kind !== 'EXERCISE') problems.push({ code: 'no-language' })

  const numbers: Localized<number[]> = {}
  for (const locale of locales) {
    const source = fields[locale]
    if (!source) continue
    if (kind !== 'EXERCISE' && source.front.trim() === '') problems.push({ code: 'front-missing', locale })
    if ((kind === 'BASIC' || kind === 'REVERSED') && source.back.trim() === '') {
      problems.push({ code: 'back-missing', locale })
    }
    const hasAnswers = (source.answers ?? []).some((answer) => answer.trim() !== '')
    if (kind === 'TYPED' && !hasAnswers) problems.push({ code: 'answers-missing', locale })
    if (kind !== 'TYPED' && source.answers !== undefined)
      problems.push({ code: 'answers-not-allowed', locale })
    if (kind === 'CLOZE') {
      numbers[locale] = clozeNumbers(parseCloze(source.front).parts)
      if (numbers[locale].length === 0) problems.push({ code: 'cloze-missing', locale })
    }
  }

  if (kind !== 'CLOZE') return { ords: kind === 'REVERSED' ? [0, 1] : [0], problems }

  const spelled = new Set(locales.map((locale) => (numbers[locale] ?? []).join()))
  if (spelled.size > 1) problems.push({ code: 'cloze-numbers-differ', numbers })
  const all = new Set(locales.flatMap((locale) => numbers[locale] ?? []))
  return { ords: [...all].sort((a, b) => a - b).map((number) => number - 1), problems }
}
