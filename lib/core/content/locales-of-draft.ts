import { findAuthoredExercise } from '../authored-exercises/authored-exercise'
import { localesOfExercise } from '../authored-exercises/locales-of-exercise'
import { LOCALES, type Locale, type NoteDraft } from './content'

/** The languages that a note can be studied in: of the house's own exercises, all. */
export function localesOfDraft({
  kind,
  fields,
  exercise,
}: Pick<NoteDraft, 'kind' | 'fields' | 'exercise'>): Locale[] {
  if (kind !== 'EXERCISE') return LOCALES.filter((locale) => fields[locale])
  const own = findAuthoredExercise(exercise)
  return own === null ? [...LOCALES] : localesOfExercise(own)
}
