import { LOCALES, type RenderedCard } from '@/lib/core/content/content'
import { exerciseOfShowing, findExerciseCard } from '@/lib/core/exercises/exercise-card'
import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { renderFormula } from '@/lib/platform/markdown/render-formula'

export type RenderedExercise = { cards: RenderedCard[]; formulas: Record<string, string> }

/**
 * The one card of an EXERCISE note: lists show the exercise's name, and the review poses it anew each time from
 * formulas that are rendered here, once. Null when the house has no such exercise.
 */
export function renderExerciseNote(stored: unknown): RenderedExercise | null {
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
    texOfExercise(exerciseOfShowing(card, 'rendered ahead')).map((tex) => [
      tex,
      renderFormula(tex, { display: false }).html,
    ]),
  )
  return { cards: [{ ord: 0, sides }], formulas }
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
