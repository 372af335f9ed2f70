import { foldLog, type FoldResult } from '../../memory/fold'
import { listDayAnswers } from '../../memory/fold-logs'
import type { Grade, StudyEvent } from '../../memory/study-event'
import { DEFAULT_LIMITS, DEFAULT_SETTINGS } from '../../schedule/default-settings'
import type { StudyCalendar } from '../../schedule/scheduler-settings'
import { studyDayAt, studyDayStartsAt } from '../../schedule/study-day'
import type { DeckExam } from '../exam'
import { buildQueue, type QueueItem } from '../queue'
import type { QueueCard, QueueInput } from '../queue-input'

/** The same numbers on every run. */
export const randomFrom = (seed: number) => () =>
  (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32

export type SimulatedDeck = {
  cards: readonly QueueCard[]
  limits: { newPerDay: number; reviewsPerDay: number }
  calendar: StudyCalendar
  revisionId: string
  exams?: readonly DeckExam[]
  /** The id of the n-th event. */
  eventId: (n: number, at: number) => string
}

/** Someone who studies one deck a day at a time, until nothing is left, by nothing but the core. */
export class SimulatedLearner {
  readonly folds = new Map<string, FoldResult>()
  readonly logs = new Map<string, StudyEvent[]>()
  private sent = 0
  private now = 0

  constructor(readonly deck: SimulatedDeck) {}

  /** The same learner on a device that holds these cards and logs only. */
  onDevice(
    cards: readonly QueueCard[],
    logs: Readonly<Record<string, readonly StudyEvent[]>>,
  ): SimulatedLearner {
    const device = new SimulatedLearner({ ...this.deck, cards })
    for (const [cardId, log] of Object.entries(logs)) device.keep(cardId, [...log])
    device.sent = this.sent
    return device
  }

  input(now: number): QueueInput {
    const { cards, limits, calendar, revisionId, exams } = this.deck
    return {
      decks: [{ id: cards[0].deckId, presetId: 'p' }],
      presets: [{ id: 'p', revisionId, ...DEFAULT_LIMITS, ...limits }],
      revisions: { [revisionId]: DEFAULT_SETTINGS },
      cards,
      memories: new Map([...this.folds].map(([id, { memory }]) => [id, memory])),
      answers: listDayAnswers(this.folds.values(), studyDayAt(now, calendar)),
      now,
      calendar,
      ...(exams && { exams }),
    }
  }

  /** What was asked, in order. */
  study(day: number, random: () => number): QueueItem[] {
    this.now = Math.max(this.now, studyDayStartsAt(day, this.deck.calendar) + 3_600_000)
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
    const answer: StudyEvent = {
      id: this.deck.eventId(this.sent++, this.now),
      cardId,
      kind: 'ANSWER',
      after: this.folds.get(cardId)?.memory.showing ?? null,
      answeredAt: this.now,
      studyDay,
      schedulerRevisionId: this.deck.revisionId,
      grade,
    }
    this.keep(cardId, [...(this.logs.get(cardId) ?? []), answer])
  }

  private keep(cardId: string, log: StudyEvent[]): void {
    this.logs.set(cardId, log)
    const revisions = { [this.deck.revisionId]: DEFAULT_SETTINGS }
    this.folds.set(cardId, foldLog(log, { cardId, revisions }))
  }
}
