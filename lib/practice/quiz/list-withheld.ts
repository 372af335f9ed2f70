import { withheldUntil } from '@/lib/core/classroom/quiz-terms'
import type { Store } from '@/lib/store/store'

/** Runs that were taken for a class and whose verdicts it is not told yet: nothing that follows from them may be told. */
export async function listWithheld(store: Store, userId: string, now: number): Promise<Set<string>> {
  const rows = await store.quizRuns.listWithTerms(userId)
  return new Set(rows.flatMap(({ id, terms }) => (withheldUntil(terms, now) === null ? [] : [id])))
}
