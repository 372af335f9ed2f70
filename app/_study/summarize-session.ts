import type { EventVerdict } from '@/lib/core/memory/fold'
import type { PackCard } from '@/lib/core/study/study-pack'
import type { StudyState } from './study-state'

export type SessionSummary = {
  answers: number
  cards: number
  millis: number
  /** Answers to cards that were in review, and how many of them were recalled. */
  reviews: number
  recalled: number
  /** Cards seen for the first time. */
  begun: number
  /** Cards that left their first steps for review. */
  learned: PackCard[]
  missed: { card: PackCard; times: number }[]
}

/** What came of the answers given since an instant: undone and uncounted ones are not among them. */
export function summarizeSession(
  study: Pick<StudyState, 'logs' | 'cards'>,
  startedAt: number,
): SessionSummary {
  const answers = [...study.logs.values()]
    .flatMap((log) => log.fold.verdicts)
    .filter(({ counted, event }) => counted && event.kind === 'ANSWER' && event.answeredAt >= startedAt)
  const reviews = answers.filter(({ before }) => before.state === 'REVIEW')
  const missed = new Map<string, number>()
  for (const { event } of answers)
    if (event.grade === 1) missed.set(event.cardId, (missed.get(event.cardId) ?? 0) + 1)
  const learned = new Set(answers.filter(isLearned).map(({ event }) => event.cardId))
  const cardOf = (id: string) => study.cards.get(id) ?? []
  return {
    answers: answers.length,
    cards: new Set(answers.map(({ event }) => event.cardId)).size,
    millis: answers.reduce((total, { event }) => total + (event.millis ?? 0), 0),
    reviews: reviews.length,
    recalled: reviews.filter(({ event }) => event.grade !== 1).length,
    begun: answers.filter(({ before }) => before.state === 'NEW').length,
    learned: [...learned].flatMap(cardOf),
    missed: [...missed]
      .sort(([, a], [, b]) => b - a)
      .flatMap(([id, times]) => {
        const card = study.cards.get(id)
        return card ? [{ card, times }] : []
      }),
  }
}

function isLearned({ before, memory }: EventVerdict): boolean {
  return (before.state === 'NEW' || before.state === 'LEARNING') && memory.state === 'REVIEW'
}
