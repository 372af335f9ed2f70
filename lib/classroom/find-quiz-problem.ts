import { fail, type Failure } from '@/lib/core/result'
import type { AssignmentRow } from '@/lib/store/assignments'
import type { QuizRow } from '@/lib/store/quizzes'
import type { Tables } from '@/lib/store/tables'

/**
 * A quiz asks about cards, and a class can be asked only about cards that it may read: of everybody's decks, or of those
 * that it was given. The decks that are missing are named by their titles.
 */
export async function findQuizProblem(
  tables: Tables,
  { definition }: QuizRow,
  given: readonly AssignmentRow[],
): Promise<Failure | null> {
  const asked = new Set(
    definition.questions.flatMap((question) => (question.kind === 'concept' ? [question.deckId] : [])),
  )
  const missing = (await tables.decks.listByIds([...asked])).filter(
    ({ id, ownerId, key, visibility }) =>
      visibility !== 'PUBLIC' &&
      !(ownerId === null && key !== null) &&
      !given.some(({ deckId }) => deckId === id),
  )
  if (missing.length === 0) return null
  return fail('conflict', { reason: 'quiz-needs-decks', decks: missing.map(({ title }) => title) })
}
