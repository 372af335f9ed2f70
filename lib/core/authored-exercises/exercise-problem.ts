import type { Bilingual } from '../cells/bilingual'
import type { Locale } from '../content/content'
import type { FormulaProblem } from '../formula-language/formula-problem'

/** What keeps an authored exercise from being published: where, as `answers.0.slips.1.formula`, and why. */
export type ExerciseProblem = {
  at: string
  message: Bilingual
  /** Which language of a text. */
  locale?: Locale
  /** Which characters of a formula. */
  from?: number
  to?: number
}

export const inFormula = (at: string, { from, to, message }: FormulaProblem): ExerciseProblem => ({
  at,
  from,
  to,
  message,
})
