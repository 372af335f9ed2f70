import type { ExerciseModule } from '@/lib/core/exercises/exercise'
import { makeExercise } from '@/lib/core/exercises/make-exercise'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import type { Variant } from './variant-link'

/** The fixed formulas of an exercise, rendered on the server: they are the same for every seed that draws numbers. */
export function renderExercise(exercise: ExerciseModule, { rung, seed }: Variant): Record<string, string> {
  return Object.fromEntries(
    texOfExercise(makeExercise(exercise, rung, seed ?? '1')).map((tex) => [
      tex,
      renderFormula(tex, { display: false }).html,
    ]),
  )
}
