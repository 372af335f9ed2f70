import { cardsOfNote } from '@/lib/core/content/cards-of-note'
import { LOCALES, type NoteDraft } from '@/lib/core/content/content'
import type { NoteProblem } from '../check-note'

/** Without rendering anything: what of its cards is missing. */
export function cardProblems({ kind, fields }: NoteDraft): NoteProblem[] {
  return cardsOfNote(kind, fields).problems.map((problem): NoteProblem => {
    if (problem.code !== 'cloze-numbers-differ') return problem
    const numbers = LOCALES.flatMap((locale) =>
      problem.numbers[locale] ? [`${locale}: ${problem.numbers[locale].join(', ') || '–'}`] : [],
    )
    return { code: problem.code, detail: numbers.join('; ') }
  })
}
