import type { QuizAnswers } from './quiz'

/** Two sides of one run, whatever came first: of each question the later answer, and a tie keeps the first side's. */
export function mergeAnswers(first: QuizAnswers, second: QuizAnswers): QuizAnswers {
  const merged = { ...first }
  for (const [id, answer] of Object.entries(second)) {
    const known = Object.hasOwn(merged, id) ? merged[id] : undefined
    if (known === undefined || answer.at > known.at) merged[id] = answer
  }
  return merged
}
