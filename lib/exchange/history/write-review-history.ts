import type { Grade } from '@/lib/core/memory/study-event'

export type ReviewRow = {
  cardId: string
  /** Epoch ms. */
  at: number
  grade: Grade
  /** What the card was before: new 0, learning 1, review 2, relearning 3. */
  state: 0 | 1 | 2 | 3
  millis: number | null
}

const HEAD = 'card_id,review_time,review_rating,review_state,review_duration'

/** Answers as FSRS' optimizer reads them: one a line, the oldest first. */
export function writeReviewHistory(rows: readonly ReviewRow[]): string {
  const lines = rows.map(
    ({ cardId, at, grade, state, millis }) => `${cardId},${at},${grade},${state},${millis ?? ''}`,
  )
  return `${[HEAD, ...lines].join('\n')}\n`
}
