/** On what terms a class takes a quiz. Instants are epoch ms. */
export type QuizTerms = {
  startsAt: number | null
  dueAt: number | null
  /** Null: as often as one likes. */
  attempts: number | null
  feedback: 'NOW' | 'AFTER_DUE'
}

/** A request on its way when the quiz was due is not too late, and nothing is told before it must have come. */
const CLOSING_MS = 60_000

/** No answer is taken any more. What counts is when it arrives: a clock that is set back gains nothing. */
export const isOver = ({ dueAt }: QuizTerms, now: number): boolean =>
  dueAt !== null && now >= dueAt + CLOSING_MS

/** When verdicts and right answers are told of what is finished; null where they may be told now. */
export function withheldUntil(terms: QuizTerms, now: number): number | null {
  const { feedback, dueAt } = terms
  return feedback === 'NOW' || dueAt === null || isOver(terms, now) ? null : dueAt + CLOSING_MS
}

export type ClosedReason = 'not-started' | 'over' | 'no-attempts-left'

/** Why a learner who began it so often cannot begin it now; null where they can. */
export function whyClosed(terms: QuizTerms, begun: number, now: number): ClosedReason | null {
  if (terms.startsAt !== null && now < terms.startsAt) return 'not-started'
  if (terms.dueAt !== null && now >= terms.dueAt) return 'over'
  return terms.attempts !== null && begun >= terms.attempts ? 'no-attempts-left' : null
}
