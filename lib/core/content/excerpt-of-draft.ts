import { findAuthoredExercise } from '../authored-exercises/authored-exercise'
import { openCloze, parseCloze } from './cloze'
import { LOCALES, type Localized, type NoteDraft } from './content'

const EXCERPT_LENGTH = 140

/** The beginning of a note's front in each language that it is written in, with its gaps filled and without marks: to find it by in a list. */
export function excerptOfDraft({
  kind,
  fields,
  exercise,
}: Pick<NoteDraft, 'kind' | 'fields' | 'exercise'>): Localized<string> {
  const own = kind === 'EXERCISE' ? findAuthoredExercise(exercise) : null
  if (own !== null) return own.title
  const excerpt: Localized<string> = {}
  for (const locale of LOCALES) {
    const front = fields[locale]?.front
    if (front === undefined) continue
    const text = kind === 'CLOZE' ? openCloze(parseCloze(front).parts) : front
    excerpt[locale] = text
      .replace(/\*\*|\$\$/g, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, EXCERPT_LENGTH)
  }
  return excerpt
}
