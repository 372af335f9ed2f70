import type { CardsProblem } from '@/lib/core/content/cards-of-note'
import type { Locale, NoteContent, NoteDraft } from '@/lib/core/content/content'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import type { Bilingual } from '@/lib/core/cells/bilingual'
import { findExerciseCard } from '@/lib/core/exercises/exercise-card'
import type { ImageSize } from '@/lib/exchange/image/find-image-size'
import type { MarkdownProblem } from '@/lib/platform/markdown/render-markdown'
import { renderNote } from './render-note'

/** What keeps a note from being published, at its place in what its author wrote. */
export type NoteProblem = {
  code: MarkdownProblem['code'] | CardsProblem['code'] | 'image-missing' | 'exercise-unknown' | 'exercise'
  locale?: Locale
  part?: 'front' | 'back' | 'answer'
  /** Both from 1, in that part. */
  line?: number
  column?: number
  detail?: string
  /** `exercise`: where in it, as `answers.0.formula`, which characters of a formula, and why. */
  at?: string
  from?: number
  to?: number
  said?: Bilingual
}

export type CheckedNote = {
  content: NoteContent
  /** Hashes of the images shown, without missing ones. */
  media: string[]
  problems: NoteProblem[]
}

/**
 * A note rendered, with everything in its text that cannot be shown to learners.
 * @param images sizes, by hash, of the images that the note may show; null where a size is not known
 * @param onlyOrd renders this card alone
 */
export function checkNote(
  note: NoteDraft,
  images: ReadonlyMap<string, ImageSize | null>,
  onlyOrd?: number,
): CheckedNote {
  const problems: NoteProblem[] = []
  const { kind, exercise } = note
  if (kind === 'EXERCISE' && !findAuthoredExercise(exercise) && !findExerciseCard(exercise)) {
    problems.push({ code: 'exercise-unknown', ...detailOf(nameOf(exercise)) })
  }
  const rendered = renderNote(note, images, onlyOrd)
  for (const hash of rendered.media) {
    if (!images.has(hash)) problems.push({ code: 'image-missing', detail: hash })
  }
  for (const { code, detail, ...place } of rendered.problems) {
    const missing = code === 'image-refused' ? /^media:(.*)/.exec(detail ?? '')?.[1] : undefined
    problems.push({
      ...place,
      code: missing === undefined ? code : 'image-missing',
      ...detailOf(missing ?? detail),
    })
  }
  for (const { message, ...place } of rendered.exerciseProblems) {
    problems.push({ code: 'exercise', ...place, said: message })
  }
  const media = rendered.media.filter((hash) => images.has(hash))
  return { content: rendered.content, media, problems }
}

const detailOf = (detail: string | undefined) => (detail === undefined ? {} : { detail })

function nameOf(exercise: unknown): string | undefined {
  if (typeof exercise !== 'object' || exercise === null || !('id' in exercise)) return undefined
  return typeof exercise.id === 'string' ? exercise.id : undefined
}
