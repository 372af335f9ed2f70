import { LOCALES, type Locale, type NoteContent } from '../content/content'
import { findClozeAnswer } from './cloze-answer'

/** What may be typed to a card, in the reader's language first: an answer in the other language is right too. */
export function acceptedAnswers(content: NoteContent, ord: number, mode: 'typed' | 'cloze', locale: Locale) {
  const locales = [locale, ...LOCALES.filter((other) => other !== locale)]
  return locales.flatMap((each) => {
    const source = content.fields[each]
    if (source === undefined) return []
    if (mode === 'typed') return source.answers ?? []
    return findClozeAnswer(source.front, ord) ?? []
  })
}
