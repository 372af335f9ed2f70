import { addRecalls, type LearnerFigures, type Recall } from '@/lib/core/classroom/learner-figures'
import { paceOf, type Pace } from '@/lib/core/classroom/pace'
import type { NamedAssignment } from '@/lib/store/assignments'
import type { SeenLearner } from './load-records'

export type QuizStanding = {
  assignmentId: string
  begun: number
  finished: number
  /** Of the finished ones the best, 0 to 1. */
  best: number | null
}

export type DeckStandingRow = {
  assignmentId: string
  deckId: string
  cards: number
  met: number
  due: number
  answers: number
  days7: Recall
  days30: Recall
  pace: Pace
}

export type LearnerRow = {
  id: string
  name: string
  isGuest: boolean
  joinedAt: number
  lastAnsweredAt: number | null
  answers: number
  days: number
  minutes: number
  cards: number
  met: number
  due: number
  days7: Recall
  days30: Recall
  /** The worst of the decks'. */
  pace: Pace
  decks: DeckStandingRow[]
  quizzes: QuizStanding[]
}

const WORST_FIRST: readonly Pace[] = ['behind', 'not-begun', 'keeping-up', 'done']

export function learnerRow(
  { member, record, runs }: SeenLearner,
  figures: LearnerFigures,
  assignments: readonly NamedAssignment[],
): LearnerRow {
  const { userId, name, guest, joinedAt } = member
  const decks = assignments.flatMap(({ id, deckId, startsAt, dueAt, createdAt }): DeckStandingRow[] => {
    const deck = figures.byDeck.find((each) => each.deckId === deckId)
    if (deck === undefined) return []
    const pace = paceOf(deck, { startsAt: startsAt ?? createdAt, dueAt, joinedAt }, record.now)
    return [{ ...deck, assignmentId: id, pace }]
  })
  const sum = (amount: (deck: DeckStandingRow) => number) =>
    decks.reduce((total, deck) => total + amount(deck), 0)
  const { answers, days, millis, lastAnsweredAt } = figures
  return {
    id: userId,
    name,
    isGuest: guest,
    joinedAt,
    lastAnsweredAt,
    answers,
    days,
    minutes: Math.round(millis / 60_000),
    cards: sum((deck) => deck.cards),
    met: sum((deck) => deck.met),
    due: sum((deck) => deck.due),
    days7: addRecalls(decks.map(({ days7 }) => days7)),
    days30: addRecalls(decks.map(({ days30 }) => days30)),
    pace: WORST_FIRST.find((pace) => decks.some((deck) => deck.pace === pace)) ?? 'keeping-up',
    decks,
    quizzes: assignments.flatMap(({ id, quizId }) => (quizId === null ? [] : [quizStanding(id, runs)])),
  }
}

function quizStanding(assignmentId: string, runs: SeenLearner['runs']): QuizStanding {
  const own = runs.filter((run) => run.assignmentId === assignmentId)
  const scores = own.flatMap(({ score }) => score ?? [])
  return {
    assignmentId,
    begun: own.length,
    finished: own.filter(({ finishedAt }) => finishedAt !== null).length,
    best: scores.length === 0 ? null : Math.max(...scores),
  }
}
