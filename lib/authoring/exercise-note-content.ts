import { LOCALES, type Locale, type NoteContent } from '@/lib/core/content/content'
import type { ExerciseCard } from '@/lib/core/exercises/exercise-card'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { renderNote } from './render-note'

/** An exercise at one rung and in one form as a published note. A browser's list and an editor show what it is called. */
export function exerciseNoteContent(
  { id, rung, form }: ExerciseCard,
  locales: readonly Locale[],
): NoteContent {
  const { name, rungs, group } = getExercise(id)
  const spoken = LOCALES.filter((locale) => locales.includes(locale))
  const titleIn = (locale: Locale) =>
    rungs.length > 1 ? `${name[locale]} · ${rungs[rung - 1].name[locale]}` : name[locale]
  const parameters = { rung, ...(form === 'hard' ? { form } : {}) }
  const note = {
    kind: 'EXERCISE' as const,
    tags: [group],
    fields: Object.fromEntries(spoken.map((locale) => [locale, { front: titleIn(locale), back: '' }])),
    exercise: { id, parameters },
  }
  return renderNote(note, new Map()).content
}
