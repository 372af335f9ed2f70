import type { SignedIn } from '@/lib/core/access/actor'
import { withheldUntil } from '@/lib/core/classroom/quiz-terms'
import type { QuizRow } from '@/lib/store/quizzes'
import type { Store } from '@/lib/store/store'

/** A class of this learner's takes the quiz and is not told verdicts yet: by its link they would be told at once. */
export async function isSealed(store: Store, actor: SignedIn, quiz: QuizRow, now: number): Promise<boolean> {
  if (quiz.ownerId === actor.userId) return false
  const asked = await store.assignments.listOfQuiz(actor.userId, quiz.id)
  return asked.some((terms) => withheldUntil(terms, now) !== null)
}
