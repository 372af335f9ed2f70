import { describe, expect, it } from 'vitest'
import { studyDayAt } from '../schedule/study-day'
import type { QueueCard } from './queue-input'
import { randomFrom, SimulatedLearner } from './testing/simulated-learner'

// The clock change of 1 November lies within the month.
const CALENDAR = { timeZone: 'America/New_York', dayStartsAtHour: 4 }
const FIRST_DAY = studyDayAt(Date.parse('2026-10-20T12:00-04:00'), CALENDAR)

const twoSided = (count: number): QueueCard[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `c${String(i).padStart(4, '0')}`,
    noteId: `n${Math.floor(i / 2)}`,
    deckId: 'd',
    position: Math.floor(i / 2),
    ord: i % 2,
    askAgainAt: null,
  }))

describe('a month of study', () => {
  it('asks every card, keeps the limits every day, and never asks two siblings on one day', () => {
    const cards = twoSided(120)
    const learner = new SimulatedLearner({
      cards,
      limits: { newPerDay: 8, reviewsPerDay: 30 },
      calendar: CALENDAR,
      revisionId: 'r',
      eventId: (n) => `e${String(n).padStart(6, '0')}`,
    })
    const noteOf = new Map(cards.map(({ id, noteId }) => [id, noteId]))
    const random = randomFrom(3)
    for (let day = FIRST_DAY; day < FIRST_DAY + 30; day++) {
      const asked = learner.study(day, random)
      const ids = [...new Set(asked.map(({ cardId }) => cardId))]
      expect(new Set(ids.map((id) => noteOf.get(id))).size).toBe(ids.length)
      expect(asked.filter(({ kind }) => kind === 'new').length).toBeLessThanOrEqual(8)
      expect(asked.filter(({ kind }) => kind === 'review').length).toBeLessThanOrEqual(30)
    }
    expect(learner.folds.size).toBe(120)
  })
})
