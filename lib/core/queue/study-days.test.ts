import { describe, expect, it } from 'vitest'
import { foldLog, type FoldResult } from '../memory/fold'
import { listDayAnswers } from '../memory/fold-logs'
import type { Grade, StudyEvent } from '../memory/study-event'
import { DEFAULT_LIMITS, DEFAULT_SETTINGS } from '../schedule/default-settings'
import { studyDayAt, studyDayStartsAt } from '../schedule/study-day'
import { cardsNeededThrough } from './cards-needed'
import { buildQueue, type QueueItem } from './queue'
import type { QueueCard, QueueInput } from './queue-input'

const CALENDAR = { timeZone: 'America/New_York', dayStartsAtHour: 4 }
const FIRST_DAY = studyDayAt(Date.parse('2026-10-20T12:00-04:00'), CALENDAR)
const REVISIONS = { r: DEFAULT_SETTINGS }

const randomFrom = (seed: number) => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32

/** A learner with the given cards, who can study a day at a time; the clock change of 1 November lies within a month. */
class Learner {
  readonly folds = new Map<string, FoldResult>()
  private readonly logs = new Map<string, StudyEvent[]>()
  private sent = 0
  private now = 0

  constructor(
    readonly cards: QueueCard[],
    readonly limits: { newPerDay: number; reviewsPerDay: number },
  ) {}

  /** The same learner on another device, which holds only some of the cards. */
  copyWith(ids: Set<string>): Learner {
    const copy = new Learner(
      this.cards.filter(({ id }) => ids.has(id)),
      this.limits,
    )
    for (const [id, log] of this.logs) if (ids.has(id)) copy.logs.set(id, [...log])
    for (const [id, fold] of this.folds) if (ids.has(id)) copy.folds.set(id, fold)
    copy.sent = this.sent
    return copy
  }

  input(now: number): QueueInput {
    return {
      decks: [{ id: 'd', presetId: 'p' }],
      presets: [{ id: 'p', revisionId: 'r', ...DEFAULT_LIMITS, ...this.limits }],
      revisions: REVISIONS,
      cards: this.cards,
      memories: new Map([...this.folds].map(([id, { memory }]) => [id, memory])),
      answers: listDayAnswers(this.folds.values(), studyDayAt(now, CALENDAR)),
      now,
      calendar: CALENDAR,
    }
  }

  /** Studies until the queue is empty; what was asked, in order. */
  study(day: number, random: () => number): QueueItem[] {
    this.now = Math.max(this.now, studyDayStartsAt(day, CALENDAR) + 3_600_000)
    const asked: QueueItem[] = []
    for (;;) {
      const item = buildQueue(this.input(this.now)).items[0]
      if (!item) return asked
      asked.push(item)
      this.answer(item.cardId, day, random() < 0.15 ? 1 : random() < 0.2 ? 2 : random() < 0.9 ? 3 : 4)
      this.now += 8_000
    }
  }

  private answer(cardId: string, studyDay: number, grade: Grade): void {
    const log = this.logs.get(cardId) ?? []
    this.logs.set(cardId, log)
    log.push({
      id: `e${String(this.sent++).padStart(6, '0')}`,
      cardId,
      kind: 'ANSWER',
      after: this.folds.get(cardId)?.memory.showing ?? null,
      answeredAt: this.now,
      studyDay,
      schedulerRevisionId: 'r',
      grade,
    })
    this.folds.set(cardId, foldLog(log, { cardId, revisions: REVISIONS }))
  }
}

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
    const learner = new Learner(twoSided(120), { newPerDay: 8, reviewsPerDay: 30 })
    const noteOf = new Map(learner.cards.map(({ id, noteId }) => [id, noteId]))
    const random = randomFrom(3)
    for (let day = FIRST_DAY; day < FIRST_DAY + 30; day++) {
      const asked = learner.study(day, random)
      const cards = [...new Set(asked.map(({ cardId }) => cardId))]
      expect(new Set(cards.map((id) => noteOf.get(id))).size).toBe(cards.length)
      expect(asked.filter(({ kind }) => kind === 'new').length).toBeLessThanOrEqual(8)
      expect(asked.filter(({ kind }) => kind === 'review').length).toBeLessThanOrEqual(30)
    }
    expect(learner.folds.size).toBe(120)
  })
})

describe('the cards that a browser keeps', () => {
  it.each([1, 2, 3, 4])(
    'are all that three days without a network ask for, in the same order (%d)',
    (seed) => {
      const learner = new Learner(twoSided(400), { newPerDay: 6, reviewsPerDay: 12 })
      const random = randomFrom(seed)
      for (let day = FIRST_DAY; day < FIRST_DAY + 20; day++) learner.study(day, random)

      const today = FIRST_DAY + 20
      const needed = cardsNeededThrough(today + 2, learner.input(studyDayStartsAt(today, CALENDAR) + 1))
      expect(needed.size).toBeLessThan(250)
      const offline = learner.copyWith(needed)
      for (let day = today; day <= today + 2; day++) {
        const asked = offline.study(day, randomFrom(seed * 100 + day))
        expect(asked).toEqual(learner.study(day, randomFrom(seed * 100 + day)))
        expect(asked.length).toBeGreaterThan(10)
      }
    },
  )

  it('hold what was answered today, so that it can be undone', () => {
    const learner = new Learner(twoSided(40), { newPerDay: 5, reviewsPerDay: 50 })
    const asked = learner.study(FIRST_DAY, randomFrom(1))
    const needed = cardsNeededThrough(
      FIRST_DAY,
      learner.input(studyDayStartsAt(FIRST_DAY, CALENDAR) + 7_200_000),
    )
    for (const { cardId } of asked) expect(needed).toContain(cardId)
  })
})
