import type { z } from 'zod'
import { findAuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { authoredExerciseSchema } from '@/lib/exchange/authored-exercise/authored-exercise-schema'
import type { ExerciseProblem } from '@/lib/core/authored-exercises/exercise-problem'
import type { ExerciseTexts } from '@/lib/core/authored-exercises/exercise-texts'
import { LOCALES, type RenderedCard } from '@/lib/core/content/content'
import { exerciseOfShowing, findExerciseCard, type ExerciseCard } from '@/lib/core/exercises/exercise-card'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import { renderAuthoredExercise, type ImageSizes } from './render-authored-exercise'

export type RenderedExercise = {
  cards: RenderedCard[]
  formulas: Record<string, string>
  /** Of an author's own exercise. */
  texts?: ExerciseTexts
  /** Hashes of the images shown. */
  media?: string[]
  problems?: ExerciseProblem[]
}

/**
 * The one card of an EXERCISE note: lists show the exercise's name, and the review poses it anew each time from
 * formulas that are rendered here, once. Null when the house has no such exercise.
 */
export function renderExerciseNote(stored: unknown, images?: ImageSizes): RenderedExercise | null {
  const authored = findAuthoredExercise(stored)
  if (authored !== null) {
    const parsed = authoredExerciseSchema.safeParse(stored)
    // The very object: what was computed of it is remembered by it.
    if (parsed.success) return renderAuthoredExercise(authored, images)
    return { cards: [{ ord: 0, sides: {} }], formulas: {}, problems: malformed(parsed.error) }
  }
  const card = findExerciseCard(stored)
  if (card === null) return null
  const { name, about, rungs } = getExercise(card.id)
  const sides = Object.fromEntries(
    LOCALES.map((locale) => {
      const rung = rungs.length > 1 ? ` · ${rungs[card.rung - 1].name[locale]}` : ''
      return [
        locale,
        { front: `<p>${escaped(name[locale] + rung)}</p>`, back: `<p>${escaped(about[locale])}</p>` },
      ]
    }),
  )
  const formulas = Object.fromEntries(
    listFixedFormulas(card).map((tex) => [tex, renderFormula(tex, { display: false }).html]),
  )
  return { cards: [{ ord: 0, sides }], formulas }
}

/** An exercise that no form writes, place by place: it came by the API or out of a file. */
function malformed({ issues }: z.ZodError): ExerciseProblem[] {
  return issues.map(({ path, message }) => ({
    at: path.join('.'),
    message: {
      en: `This is not how an exercise is described: ${message}.`,
      zh: `练习的描述不符合格式：${message}。`,
    },
  }))
}

const SHOWINGS = 8

/** What more than one of a few showings has: a formula that carries drawn numbers is of one showing alone. */
function listFixedFormulas(card: ExerciseCard): string[] {
  const showings = new Map<string, number>()
  for (let i = 0; i < SHOWINGS; i++) {
    const formulas = new Set(texOfExercise(exerciseOfShowing(card, `rendered ahead ${i}`)))
    for (const tex of formulas) showings.set(tex, (showings.get(tex) ?? 0) + 1)
  }
  return [...showings].flatMap(([tex, count]) => (count > 1 ? [tex] : []))
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
