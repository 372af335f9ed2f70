import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone, nextStudyDayStartsAt, studyDayAt, studyDayStartsAt } from './study-day'
import { processorMillis } from '@/lib/core/testing/processor-millis'
import { TIME_ZONES } from '@/lib/core/testing/time-zones'

const DAY = 86_400_000
const HOUR = 3_600_000
const CROSSED_THE_DATE_LINE = ['Pacific/Apia', 'Pacific/Kiritimati']
const INSTANTS = process.env.UNROLL_FULL ? 10_000 : 300

const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2060, 0, 1) })
const hours = fc.integer({ min: 0, max: 23 })
const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY

describe.each(TIME_ZONES)('study days in %s', (timeZone) => {
  it('never go back, and the next one begins in the future', () => {
    fc.assert(
      fc.property(
        instants,
        hours,
        fc.integer({ min: 0, max: 3 * DAY }),
        (instant, dayStartsAtHour, later) => {
          const calendar = { timeZone, dayStartsAtHour }
          const day = studyDayAt(instant, calendar)
          expect(studyDayAt(instant + later, calendar)).toBeGreaterThanOrEqual(day)
          expect(studyDayStartsAt(day, calendar)).toBeLessThanOrEqual(instant)
          const next = nextStudyDayStartsAt(instant, calendar)
          expect(next).toBeGreaterThan(instant)
          expect(studyDayAt(next - 1, calendar)).toBe(day)
          expect(studyDayAt(next, calendar)).toBeGreaterThan(day)
        },
      ),
      { seed: 20261123, numRuns: INSTANTS },
    )
  })

  it('make an interval of n days due n study days later, whatever the clock does between', () => {
    fc.assert(
      fc.property(instants, hours, fc.integer({ min: 1, max: 4_000 }), (instant, dayStartsAtHour, days) => {
        const calendar = { timeZone, dayStartsAtHour }
        const dueDay = studyDayAt(instant, calendar) + days
        const isDue = (at: number) => studyDayAt(at, calendar) >= dueDay
        const dueAt = studyDayStartsAt(dueDay, calendar)
        expect(isDue(dueAt)).toBe(true)
        expect(isDue(dueAt - 1)).toBe(false)
        // Half a day each way is room for every clock change but those that moved a zone over the date line.
        expect(Math.abs(dueAt - instant - days * DAY)).toBeLessThan(
          CROSSED_THE_DATE_LINE.includes(timeZone) ? 2.6 * DAY : 1.6 * DAY,
        )
      }),
      { seed: 20261124, numRuns: INSTANTS },
    )
  })

  it('agree with the date that the zone shows at noon', () => {
    const shown = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(studyDayAt(instant, { timeZone, dayStartsAtHour: 0 })).toBe(dayOf(shown.format(instant)))
      }),
      { seed: 20261125, numRuns: INSTANTS },
    )
  })
})

describe('a study day', () => {
  const calendar = (timeZone: string, dayStartsAtHour = 4) => ({ timeZone, dayStartsAtHour })

  it('begins at 4 AM: what is answered after midnight still belongs to the evening', () => {
    const newYork = calendar('America/New_York')
    expect(studyDayAt(Date.parse('2026-11-24T03:59:59-05:00'), newYork)).toBe(dayOf('2026-11-23'))
    expect(studyDayAt(Date.parse('2026-11-24T04:00:00-05:00'), newYork)).toBe(dayOf('2026-11-24'))
  })

  it('begins at the change when the clock skips its hour', () => {
    // Berlin, 2026-03-29: 02:00 becomes 03:00.
    const day = dayOf('2026-03-29')
    expect(studyDayStartsAt(day, calendar('Europe/Berlin', 2))).toBe(Date.parse('2026-03-29T03:00+02:00'))
  })

  it('begins at the first of two equal hours when the clock is set back', () => {
    // New York, 2026-11-01: 02:00 EDT becomes 01:00 EST.
    const day = dayOf('2026-11-01')
    const oneOClock = calendar('America/New_York', 1)
    expect(studyDayStartsAt(day, oneOClock)).toBe(Date.parse('2026-11-01T01:00-04:00'))
    expect(studyDayAt(Date.parse('2026-11-01T01:30-05:00'), oneOClock)).toBe(day)
  })

  it('does not go back when midnight is shown twice', () => {
    // St. John's, 2010-11-07: 00:01 becomes 23:01 of the day before.
    const midnight = calendar('America/St_Johns', 0)
    const day = dayOf('2010-11-07')
    const start = studyDayStartsAt(day, midnight)
    expect(start).toBe(Date.parse('2010-11-07T00:00-02:30'))
    for (let minute = 0; minute < 120; minute++)
      expect(studyDayAt(start + minute * 60_000, midnight)).toBe(day)
  })

  it('follows the half hour of Lord Howe', () => {
    // 2026-04-05: 02:00 (+11:00) becomes 01:30 (+10:30); 2026-10-04: 02:00 (+10:30) becomes 02:30 (+11:00).
    const twoOClock = calendar('Australia/Lord_Howe', 2)
    expect(studyDayStartsAt(dayOf('2026-04-05'), twoOClock)).toBe(Date.parse('2026-04-05T02:00+10:30'))
    expect(studyDayStartsAt(dayOf('2026-10-04'), twoOClock)).toBe(Date.parse('2026-10-04T02:30+11:00'))
  })

  it('has no length in Apia on 2011-12-30, which the zone left out, when it begins at midnight', () => {
    const midnight = calendar('Pacific/Apia', 0)
    const skipped = dayOf('2011-12-30')
    expect(studyDayStartsAt(skipped, midnight)).toBe(studyDayStartsAt(skipped + 1, midnight))
    expect(studyDayAt(studyDayStartsAt(skipped, midnight), midnight)).toBe(skipped + 1)
    expect(studyDayAt(studyDayStartsAt(skipped, midnight) - 1, midnight)).toBe(skipped - 1)
    const fourOClock = calendar('Pacific/Apia', 4)
    expect(studyDayStartsAt(skipped + 1, fourOClock) - studyDayStartsAt(skipped, fourOClock)).toBe(4 * HOUR)
  })

  it('is refused in a zone that does not exist', () => {
    expect(() => studyDayAt(0, calendar('Mars/Olympus'))).toThrow(
      new RangeError('Unknown time zone: Mars/Olympus'),
    )
    expect(['Asia/Shanghai', 'UTC', 'Mars/Olympus', '', '+05:00', 'undefined'].filter(isTimeZone)).toEqual([
      'Asia/Shanghai',
      'UTC',
    ])
  })

  it('is found at once for any time that a forged clock can claim', () => {
    const berlin = calendar('Europe/Berlin')
    for (const instant of [-8.64e15, -62e12, -1, 0, 4e13, 8.64e15]) {
      const startedAt = processorMillis()
      const day = studyDayAt(instant, berlin)
      expect(Math.abs(day - instant / DAY)).toBeLessThan(1.5)
      expect(processorMillis() - startedAt).toBeLessThan(1_000)
    }
    expect(() => studyDayAt(NaN, berlin)).toThrow(RangeError)
  })

  it('costs next to nothing once its calendar is known', () => {
    const shanghai = calendar('Asia/Shanghai')
    const now = Date.UTC(2026, 10, 23)
    studyDayAt(now, shanghai)
    const times = Array.from({ length: 10 }, (_, round) => {
      const startedAt = processorMillis()
      for (let i = 0; i < 10_000; i++) studyDayAt(now + round + i, shanghai)
      return processorMillis() - startedAt
    })
    expect(Math.min(...times)).toBeLessThan(50)
  })
})
