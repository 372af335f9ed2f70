import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TIME_ZONES } from '@/lib/core/testing/time-zones'
import { foldLog } from '../memory/fold'
import { NEW_MEMORY, type Memory } from '../memory/memory'
import type { Grade, StudyEvent } from '../memory/study-event'
import { DEFAULT_SETTINGS } from './default-settings'
import { previewGrades, schedule, scheduleAnswer, type Interval } from './schedule'
import type { SchedulerSettings } from './scheduler-settings'
import { nextStudyDayStartsAt, studyDayAt, studyDayStartsAt } from './study-day'

const MINUTE = 60_000
const DAY = 86_400_000
const TODAY = 20_780
const NOW = TODAY * DAY + 8 * 3_600_000
const REVIEW: Memory = {
  ...NEW_MEMORY,
  state: 'REVIEW',
  dueDay: TODAY,
  stability: 10,
  difficulty: 5,
  reps: 4,
  lastDay: TODAY - 10,
}

type Part = {
  memory?: Memory
  settings?: Partial<SchedulerSettings>
  answeredAt?: number
  studyDay?: number
  cardId?: string
}
const showing = ({ settings, ...part }: Part = {}) => ({
  cardId: 'card',
  memory: NEW_MEMORY,
  answeredAt: NOW,
  studyDay: TODAY,
  ...part,
  settings: { ...DEFAULT_SETTINGS, ...settings },
})
const answer = (grade: Grade, part: Part = {}) => scheduleAnswer(showing(part), grade)
const intervals = (part: Part = {}): Interval[] =>
  Object.values(previewGrades(showing(part))).map(({ interval }) => interval)

describe('published intervals', () => {
  it('thirteen reviews, each when due (py-fsrs, tests/test_basic.py, test_review_card; ts-fsrs, FSRS-6.test.ts, ivl_history)', () => {
    const grades: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    let memory = NEW_MEMORY
    let day = TODAY
    const days = grades.map((grade) => {
      const { memory: next, interval } = schedule(showing({ memory, studyDay: day }), grade, null)
      memory = next
      const length = 'days' in interval ? interval.days : 0
      day += length
      return length
    })
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })
})

describe('learning steps', () => {
  it('of a new card, 1m 10m by default: 1, 5.5 and 10 minutes, or some days for Easy', () => {
    expect(intervals().slice(0, 3)).toEqual([{ minutes: 1 }, { minutes: 5.5 }, { minutes: 10 }])
    expect(answer(3)).toMatchObject({
      state: 'LEARNING',
      step: 1,
      dueAt: NOW + 10 * MINUTE,
      dueDay: null,
      reps: 1,
    })
    expect(answer(4)).toMatchObject({ state: 'REVIEW', step: 0, dueAt: null, lastDay: TODAY })
  })

  it('Hard at the second step repeats it: 10 minutes, not 6', () => {
    const memory = answer(3)
    const again = answer(2, { memory })
    expect(again).toMatchObject({ state: 'LEARNING', step: 1, dueAt: NOW + 10 * MINUTE })
  })

  it('Again goes back to the first, Good at the last goes on to review', () => {
    const memory = answer(3)
    expect(answer(1, { memory })).toMatchObject({
      state: 'LEARNING',
      step: 0,
      dueAt: NOW + MINUTE,
      lapses: 0,
    })
    expect(answer(3, { memory })).toMatchObject({ state: 'REVIEW', dueAt: null, reps: 2 })
  })

  it('Hard at the only one takes half as long again, but never a day more', () => {
    expect(intervals({ settings: { learningStepsMinutes: [10] } })[1]).toEqual({ minutes: 15 })
    expect(intervals({ settings: { learningStepsMinutes: [3 * 1440] } })[1]).toEqual({ days: 4 })
  })

  it('are left by Easy for longer than by Good, however weak the memory', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), fc.uuid(), (stability, cardId) => {
        for (const state of ['LEARNING', 'RELEARNING'] as const) {
          const memory: Memory = {
            ...REVIEW,
            state,
            stability,
            step: 1,
            dueDay: null,
            dueAt: NOW,
            lastDay: TODAY,
          }
          const [good, easy] = ([3, 4] as const).map(
            (grade) => answer(grade, { memory, cardId }).dueDay ?? NaN,
          )
          expect(easy).toBeGreaterThan(good)
        }
      }),
      { seed: 10, numRuns: 300 },
    )
  })

  it('of seconds and halves keep their length', () => {
    const settings = { learningStepsMinutes: [0.5, 1.5] }
    expect(answer(1, { settings }).dueAt).toBe(NOW + 30_000)
    expect(answer(2, { settings }).dueAt).toBe(NOW + 60_000)
    expect(answer(3, { settings }).dueAt).toBe(NOW + 90_000)
  })

  it('of a day or more are due on a study day, and the card is still learning', () => {
    const settings = { learningStepsMinutes: [10, 1440, 4320] }
    const first = answer(3, { settings })
    expect(first).toMatchObject({ state: 'LEARNING', step: 1, dueAt: null, dueDay: TODAY + 1 })
    const second = answer(3, { settings, memory: first, studyDay: TODAY + 1 })
    expect(second).toMatchObject({ state: 'LEARNING', step: 2, dueDay: TODAY + 4 })
    expect(answer(3, { settings, memory: second, studyDay: TODAY + 4 }).state).toBe('REVIEW')
    expect(answer(1, { settings, memory: second, studyDay: TODAY + 4 })).toMatchObject({
      step: 0,
      dueAt: NOW + 10 * MINUTE,
    })
  })

  it('none at all: every grade leads to review', () => {
    const settings = { learningStepsMinutes: [] }
    for (const grade of [1, 2, 3, 4] as const) {
      const memory = answer(grade, { settings })
      expect(memory).toMatchObject({ state: 'REVIEW', dueAt: null })
      expect(memory.dueDay).toBeGreaterThan(TODAY)
    }
  })

  it('that have become fewer since do not leave a card stuck', () => {
    const memory = { ...answer(3), step: 5 }
    expect(answer(2, { memory })).toMatchObject({ step: 1, dueAt: NOW + 10 * MINUTE })
    expect(answer(3, { memory }).state).toBe('REVIEW')
    expect(answer(2, { memory, settings: { learningStepsMinutes: [] } }).state).toBe('REVIEW')
  })
})

describe('a lapse', () => {
  it('is counted, once, and relearned', () => {
    const lapsed = answer(1, { memory: REVIEW })
    expect(lapsed).toMatchObject({
      state: 'RELEARNING',
      step: 0,
      lapses: 1,
      dueAt: NOW + 10 * MINUTE,
      dueDay: null,
    })
    expect(lapsed.stability).toBeLessThan(10)
    const again = answer(1, { memory: lapsed })
    expect(again).toMatchObject({ state: 'RELEARNING', lapses: 1 })
    const relearned = answer(3, { memory: again })
    expect(relearned).toMatchObject({ state: 'REVIEW', lapses: 1, dueAt: null })
    expect(relearned.dueDay).toBeGreaterThan(TODAY)
  })

  it('is relearned through steps of days too, where ts-fsrs would skip relearning', () => {
    const settings = { relearningStepsMinutes: [1440, 2880] }
    const lapsed = answer(1, { memory: REVIEW, settings })
    expect(lapsed).toMatchObject({ state: 'RELEARNING', step: 0, dueDay: TODAY + 1, dueAt: null })
    const next = answer(3, { memory: lapsed, settings, studyDay: TODAY + 1 })
    expect(next).toMatchObject({ state: 'RELEARNING', step: 1, dueDay: TODAY + 3 })
    expect(answer(1, { memory: next, settings, studyDay: TODAY + 3 })).toMatchObject({
      state: 'RELEARNING',
      step: 0,
      lapses: 1,
    })
  })

  it('without relearning steps comes back on another day', () => {
    const lapsed = answer(1, { memory: REVIEW, settings: { relearningStepsMinutes: [] } })
    expect(lapsed).toMatchObject({ state: 'REVIEW', lapses: 1, dueAt: null })
    expect(lapsed.dueDay).toBeGreaterThan(TODAY)
  })
})

describe('a review', () => {
  it('of a higher desired retention comes back sooner', () => {
    const days = [0.8, 0.9, 0.97].map((desiredRetention) =>
      schedule(showing({ memory: REVIEW, settings: { desiredRetention } }), 3, null),
    )
    const [rare, usual, often] = days.map(({ memory }) => memory.dueDay ?? 0)
    expect(rare).toBeGreaterThan(usual)
    expect(usual).toBeGreaterThan(often)
  })

  it('never exceeds the maximum interval, by the spread neither', () => {
    const settings = { maximumIntervalDays: 30 }
    for (let reps = 1; reps < 60; reps++)
      for (const grade of [2, 3, 4] as const) {
        const memory = { ...REVIEW, stability: 5_000, reps }
        expect(answer(grade, { memory, settings }).dueDay).toBeLessThanOrEqual(TODAY + 30)
      }
    expect(answer(4, { memory: REVIEW, settings: { maximumIntervalDays: 1 } }).dueDay).toBe(TODAY + 1)
  })

  it('early or late, at any strength: Hard < Good < Easy, and what grows grows by a day', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 3_000, noNaN: true }),
        fc.double({ min: 1, max: 10, noNaN: true }),
        fc.integer({ min: 0, max: 4_000 }),
        fc.uuid(),
        fc.integer({ min: 1, max: 100 }),
        (stability, difficulty, elapsed, cardId, reps) => {
          const memory: Memory = { ...REVIEW, stability, difficulty, reps, lastDay: TODAY - elapsed }
          const preview = previewGrades(showing({ memory, cardId }))
          const [, hard, good, easy] = Object.values(preview).map(
            ({ memory }) => (memory.dueDay ?? NaN) - TODAY,
          )
          expect(hard).toBeGreaterThanOrEqual(1)
          expect(good).toBeGreaterThan(hard)
          expect(easy).toBeGreaterThan(good)
          const unspread = schedule(showing({ memory, cardId }), 3, null).interval
          if ('days' in unspread && unspread.days > elapsed) expect(good).toBeGreaterThan(elapsed)
        },
      ),
      { seed: 8, numRuns: 500 },
    )
  })

  it('on the same day again moves the strength by the short-term formula, and is still a review', () => {
    const memory: Memory = { ...REVIEW, lastDay: TODAY, dueDay: TODAY + 9 }
    const next = answer(3, { memory })
    expect(next.state).toBe('REVIEW')
    expect(next.stability).toBe(10)
    expect(answer(4, { memory }).stability).toBeGreaterThan(10)
    expect(answer(1, { memory }).stability).toBeLessThan(10)
  })
})

const BERLIN = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }
/** A log of answers at wall-clock times of Berlin, each naming the one before, folded. */
function study(...answers: [at: string, grade: Grade][]): Memory {
  const events = answers.map(([at, grade], i): StudyEvent => ({
    id: `e${i}`,
    cardId: 'card',
    kind: 'ANSWER',
    after: i === 0 ? null : `e${i - 1}`,
    answeredAt: Date.parse(at),
    studyDay: studyDayAt(Date.parse(at), BERLIN),
    schedulerRevisionId: 'r1',
    grade,
  }))
  return foldLog(events, { cardId: 'card', revisions: { r1: DEFAULT_SETTINGS } }).memory
}

describe('what a calendar in UTC gets wrong', () => {
  it('twenty minutes over UTC midnight are no day', () => {
    const over = study(['2026-11-24T00:50+01:00', 3], ['2026-11-24T01:10+01:00', 3])
    const within = study(['2026-11-23T20:00+01:00', 3], ['2026-11-23T20:20+01:00', 3])
    expect(over.stability).toBe(within.stability)
    expect(over.stability).toBeLessThan(2.4)
  })

  it('the small hours and the evening after them are a day, even on one UTC date', () => {
    // 02:30 and 21:30 of one date in UTC, but 4 AM in Berlin lies between.
    const late = study(['2026-11-23T03:30+01:00', 3], ['2026-11-23T22:30+01:00', 3])
    expect(late.stability).toBeGreaterThan(7)
  })

  it('a card reviewed at 22:00 is due when its study day begins, not at 22:00', () => {
    const memory = study(['2026-11-23T21:00+01:00', 3], ['2026-11-23T22:00+01:00', 3])
    const dueAt = studyDayStartsAt(memory.dueDay ?? NaN, BERLIN)
    expect(new Date(dueAt).toISOString()).toMatch(/T03:00:00.000Z$/)
  })

  it('a clock that is set back neither throws nor lengthens anything: it counts as the same day', () => {
    const memory = study(['2026-11-23T12:00+01:00', 3], ['2026-11-23T12:20+01:00', 3])
    const day = studyDayAt(Date.parse('2026-11-23T12:00+01:00'), BERLIN)
    const same = answer(3, { memory, studyDay: day })
    const back = answer(3, { memory, studyDay: day - 3 })
    expect(back).toEqual(same)
    expect(back.lastDay).toBe(day)
  })
})

describe('the interval on the button', () => {
  const settings = fc.record({
    learningStepsMinutes: fc.constantFrom<number[]>([1, 10], [], [0.5], [1440], [10, 2880]),
    relearningStepsMinutes: fc.constantFrom<number[]>([10], [], [1, 10], [1440]),
    desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
    maximumIntervalDays: fc.integer({ min: 1, max: 36_500 }),
  })

  it('is the interval that comes, whenever in the study day it is pressed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TIME_ZONES),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) }),
        fc.uuid(),
        settings,
        fc.array(
          fc.record({ grade: fc.constantFrom<Grade>(1, 2, 3, 4), days: fc.integer({ min: 0, max: 60 }) }),
          {
            maxLength: 6,
          },
        ),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (timeZone, dayStartsAtHour, start, cardId, part, past, seen, pressed) => {
          const calendar = { timeZone, dayStartsAtHour }
          let at = start
          let memory = NEW_MEMORY
          for (const { grade, days } of past) {
            at += days * DAY + MINUTE
            memory = scheduleAnswer(
              showing({ cardId, memory, settings: part, answeredAt: at, studyDay: studyDayAt(at, calendar) }),
              grade,
            )
          }
          const day = studyDayAt(at, calendar)
          const [begin, end] = [studyDayStartsAt(day, calendar), nextStudyDayStartsAt(at, calendar)]
          const instant = (share: number) => Math.min(end - 1, Math.floor(begin + share * (end - begin)))
          const preview = previewGrades(
            showing({
              cardId,
              memory,
              settings: part,
              answeredAt: instant(seen),
              studyDay: studyDayAt(instant(seen), calendar),
            }),
          )
          for (const grade of [1, 2, 3, 4] as const) {
            const answeredAt = instant(pressed)
            const result = scheduleAnswer(
              showing({
                cardId,
                memory,
                settings: part,
                answeredAt,
                studyDay: studyDayAt(answeredAt, calendar),
              }),
              grade,
            )
            const { interval, memory: promised } = preview[grade]
            expect({ ...result, dueAt: null }).toEqual({ ...promised, dueAt: null })
            if ('minutes' in interval)
              expect(result.dueAt).toBe(answeredAt + Math.round(interval.minutes * MINUTE))
            else expect(result.dueDay).toBe(Math.max(day, memory.lastDay ?? day) + interval.days)
          }
        },
      ),
      { seed: 9, numRuns: process.env.UNROLL_FULL ? 10_000 : 300 },
    )
  })

  it('is what the log folds to', () => {
    const memory = study(['2026-11-20T12:00+01:00', 3], ['2026-11-20T12:20+01:00', 3])
    const preview = previewGrades(
      showing({
        memory,
        answeredAt: Date.parse('2026-11-23T12:00+01:00'),
        studyDay: studyDayAt(Date.parse('2026-11-23T12:00+01:00'), BERLIN),
      }),
    )
    for (const grade of [1, 2, 3, 4] as const) {
      const folded = study(
        ['2026-11-20T12:00+01:00', 3],
        ['2026-11-20T12:20+01:00', 3],
        ['2026-11-23T12:00+01:00', grade],
      )
      expect(folded).toEqual({
        ...preview[grade].memory,
        showing: 'e2',
        showingAt: Date.parse('2026-11-23T12:00+01:00'),
      })
    }
  })

  it('of an overdue card comes back unchanged after an undo', () => {
    const overdue = study(['2026-11-01T12:00+01:00', 3], ['2026-11-01T12:20+01:00', 3])
    const undone = foldLog(
      [
        ...(['2026-11-01T12:00+01:00', '2026-11-01T12:20+01:00', '2026-11-23T12:00+01:00'] as const).map(
          (at, i): StudyEvent => ({
            id: `e${i}`,
            cardId: 'card',
            kind: 'ANSWER',
            after: i === 0 ? null : `e${i - 1}`,
            answeredAt: Date.parse(at),
            studyDay: studyDayAt(Date.parse(at), BERLIN),
            schedulerRevisionId: 'r1',
            grade: 3,
          }),
        ),
        {
          id: 'undo',
          cardId: 'card',
          kind: 'UNDO',
          target: 'e2',
          after: 'e2',
          answeredAt: Date.parse('2026-11-23T12:01+01:00'),
          studyDay: studyDayAt(Date.parse('2026-11-23T12:01+01:00'), BERLIN),
          schedulerRevisionId: 'r1',
        },
      ],
      { cardId: 'card', revisions: { r1: DEFAULT_SETTINGS } },
    ).memory
    expect(undone).toEqual(overdue)
  })
})
