import { getExercise } from '@/lib/core/exercises/exercise-registry'
import { keptExercise } from '@/lib/core/exercises/make-exercise'
import { texOfExercise } from '@/lib/core/exercises/tex-of-exercise'
import { renderFormula } from '@/lib/platform/markdown/render-formula'
import type { PublicQuestion } from '@/lib/practice/quiz/get-quiz'

/** The fixed formulas of a quiz's exercises, rendered on the server. */
export function renderQuiz(questions: PublicQuestion[]): Record<string, string> {
  const all = new Set(
    questions.flatMap((question) =>
      question.kind === 'computed'
        ? texOfExercise(
            keptExercise(getExercise(question.exercise), question.rung, question.seed, question.numbers),
          )
        : [],
    ),
  )
  return Object.fromEntries([...all].map((tex) => [tex, renderFormula(tex, { display: false }).html]))
}
