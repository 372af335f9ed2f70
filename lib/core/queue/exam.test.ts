import { describe, expect, it } from 'vitest'
import { NEW_MEMORY, type Memory } from '../memory/memory'
import { studyDayStartsAt } from '../schedule/study-day'
import { examCall, examWindows, EXAM_DAYS, type DeckExam } from './exam'
import { randomFrom, SimulatedLearner } from './testing/simulated-learner'

const CALENDAR = { timeZone: 'Asia/Shanghai', dayStartsAtHour: 4 }
const FIRST_DAY = 20_000
const HOUR = 3_600_000
const noonOf = (day: number) => studyDayStartsAt(day, CALENDAR) + 8 * HOUR
const EXAM_DAY = FIRST_DAY + 40
const EXAM: DeckExam = { deckId: 'd', examAt: noonOf(EXAM_DAY) }
const [WINDOW] = examWindows([EXAM], noonOf(FIRST_DAY), CALENDAR).get('d') ?? []

const known = (part: Partial<Memory> = {}): Memory => ({
  ...NEW_MEMORY,
  state: 'REVIEW',
  stability: 90,
  difficulty: 5,
  reps: 4,
  lastDay: EXAM_DAY - 30,
  dueDay: EXAM_DAY + 60,
  ...part,
})
const call = (memory: Memory, card = { noteId: 'n', ord: 0 }) =>
  examCall(card, memory, memory.dueDay, [WINDOW])

describe('what an exam calls', () => {
  it('is the seven days before it, in the learner’s own zone', () => {
    expect(WINDOW).toEqual({ firstDay: EXAM_DAY - 7, lastDay: EXAM_DAY - 1 })
    const inNewYork = examWindows([EXAM], noonOf(FIRST_DAY), {
      timeZone: 'America/New_York',
      dayStartsAtHour: 4,
    })
    expect(inNewYork.get('d')?.[0].lastDay).toBe(EXAM_DAY - 2) // noon in Shanghai is the evening before
  })

  it('is over when the exam is', () => {
    expect(examWindows([EXAM], EXAM.examAt, CALENDAR).size).toBe(0)
  })

  it('leaves alone what comes by itself in time, what is new, and what had its turn', () => {
    const due = EXAM_DAY - 3
    expect(call(known({ dueDay: due }))?.dueDay).toBe(due)
    expect(call(NEW_MEMORY)).toBeNull()
    expect(call(known({ lastDay: WINDOW.firstDay }))).toBeNull()
    expect(call(known({ state: 'RELEARNING', dueDay: null, dueAt: 0 }))).toBeNull()
  })

  it('spreads the rest over the week, the sides of a note on days of their own', () => {
    const days = Array.from(
      { length: 700 },
      (_, n) => call(known(), { noteId: `n${n}`, ord: 0 })?.dueDay ?? 0,
    )
    for (let day = WINDOW.firstDay; day <= WINDOW.lastDay; day++)
      expect(days.filter((each) => each === day).length).toBeGreaterThan(60)
    const sides = Array.from({ length: EXAM_DAYS }, (_, ord) => call(known(), { noteId: 'n', ord })?.dueDay)
    expect(new Set(sides).size).toBe(EXAM_DAYS)
  })
})

describe('forty days before an exam', () => {
  const cards = Array.from({ length: 120 }, (_, n) => ({
    id: `c${String(n).padStart(3, '0')}`,
    noteId: `n${Math.floor(n / 2)}`,
    deckId: 'd',
    position: Math.floor(n / 2),
    ord: n % 2,
    askAgainAt: null,
  }))
  const studied = (
    exams: DeckExam[],
    reviewsPerDay: number,
    skip: (day: number) => boolean = () => false,
  ) => {
    const learner = new SimulatedLearner({
      cards,
      limits: { newPerDay: 12, reviewsPerDay },
      calendar: CALENDAR,
      revisionId: 'r',
      exams,
      eventId: (n) => String(n).padStart(8, '0'),
    })
    const random = randomFrom(7)
    const asked = new Map<number, string[]>()
    for (let day = FIRST_DAY; day < EXAM_DAY; day++)
      if (!skip(day))
        asked.set(
          day,
          learner.study(day, random).map(({ cardId }) => cardId),
        )
    return { learner, asked }
  }
  const inWindow = (asked: Map<number, string[]>) =>
    new Set([...asked].flatMap(([day, ids]) => (day >= WINDOW.firstDay ? ids : [])))

  it('every card comes up in the last seven days, whatever the limits, and more than would without', () => {
    const without = studied([], 200)
    expect(inWindow(without.asked).size).toBeLessThan(cards.length)
    // A day full of reviews brings no new cards, so with few reviews a day not every card was met before.
    for (const [reviewsPerDay, known] of [
      [200, cards.length],
      [12, 60],
    ]) {
      const { asked } = studied([EXAM], reviewsPerDay)
      const met = new Set([...asked.values()].flat())
      expect(inWindow(asked)).toEqual(met)
      expect(met.size).toBeGreaterThanOrEqual(known)
    }
  })

  it('every card comes up even for who is away most of the week', () => {
    const { asked } = studied([EXAM], 200, (day) => day >= WINDOW.firstDay && day < WINDOW.lastDay)
    expect(inWindow(asked).size).toBe(cards.length)
  })

  it('nothing is different before the week begins', () => {
    const [plain, called] = [studied([], 200), studied([EXAM], 200)]
    for (let day = FIRST_DAY; day < WINDOW.firstDay; day++)
      expect(called.asked.get(day)).toEqual(plain.asked.get(day))
  })

  it('an exam that is called off leaves no trace', () => {
    const { learner } = studied([EXAM], 200)
    const now = noonOf(EXAM_DAY - 2)
    const queue = { ...learner.input(now), exams: [] }
    expect(queue.memories).toEqual(learner.input(now).memories)
  })
})
