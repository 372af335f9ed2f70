import type { StudyCalendar } from './scheduler-settings'

/**
 * A study day is the number of days from 1970-01-01 to the learner's local date, the day beginning not at midnight but
 * at `dayStartsAtHour`. It is defined by its beginning: the first instant at which the wall clock of the zone shows
 * that hour of that date or anything later. So a beginning that a clock change skips falls on the change, a date that
 * a zone never had (2011-12-30 in Apia) begins together with the next, and no clock set back makes the day go back.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Outside these years a zone keeps the offset that it has at their edge: nobody studies there, but a forged time may ask. */
const EARLIEST = Date.UTC(1900, 0, 1)
const LATEST = Date.UTC(2500, 0, 1)
/** No zone has ever been further from UTC than this. */
const WIDEST_OFFSET = 16 * HOUR

/** The study day (days since 1970-01-01) at an instant (epoch ms). Throws RangeError for an unknown zone. */
export function studyDayAt(instant: number, calendar: StudyCalendar): number {
  let day = Math.floor((instant - calendar.dayStartsAtHour * HOUR) / DAY)
  while (studyDayStartsAt(day, calendar) > instant) day--
  while (studyDayStartsAt(day + 1, calendar) <= instant) day++
  return day
}

/** The instant (epoch ms) at which a study day begins. Throws RangeError for an unknown zone. */
export function studyDayStartsAt(day: number, calendar: StudyCalendar): number {
  const starts = startsOf(calendar)
  const known = starts.get(day)
  if (known !== undefined) return known
  const start = findStart(day * DAY + calendar.dayStartsAtHour * HOUR, clockOf(calendar.timeZone))
  if (starts.size >= MOST_KEPT) starts.clear()
  starts.set(day, start)
  return start
}

/** The instant (epoch ms), always later than the given one, at which the next study day begins. */
export function nextStudyDayStartsAt(instant: number, calendar: StudyCalendar): number {
  return studyDayStartsAt(studyDayAt(instant, calendar) + 1, calendar)
}

/** True for the name of a place's time zone. Offsets such as +05:00 have no summer time, and not every browser takes them. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/** The first instant at which the wall clock shows `wall` (a local time written as if it were UTC) or later. */
function findStart(wall: number, clock: Intl.DateTimeFormat): number {
  let before = wall - WIDEST_OFFSET
  let after = wall + WIDEST_OFFSET
  const oldOffset = offsetAt(before, clock)
  const newOffset = offsetAt(after, clock)
  if (oldOffset === newOffset) return wall - oldOffset
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (offsetAt(middle, clock) === oldOffset) before = middle
    else after = middle
  }
  const change = after
  if (wall - oldOffset < change) return wall - oldOffset
  return Math.max(change, wall - newOffset)
}

/** How far the wall clock is ahead of UTC at a whole second, in ms. */
function offsetAt(at: number, clock: Intl.DateTimeFormat): number {
  const instant = Math.min(Math.max(at, EARLIEST), LATEST)
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of clock.formatToParts(instant)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant
}

/** Asking Intl is slow, so what it said is kept; but names of zones come from outside and have many spellings. */
const MOST_KEPT = 500

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  let clock: Intl.DateTimeFormat
  try {
    clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw new RangeError(`Unknown time zone: ${timeZone}`)
  }
  if (clocks.size >= MOST_KEPT) clocks.clear()
  clocks.set(timeZone, clock)
  return clock
}

const startsByCalendar = new Map<string, Map<number, number>>()

function startsOf(calendar: StudyCalendar): Map<number, number> {
  const key = `${calendar.dayStartsAtHour} ${calendar.timeZone}`
  const known = startsByCalendar.get(key)
  if (known) return known
  const starts = new Map<number, number>()
  if (startsByCalendar.size >= MOST_KEPT) startsByCalendar.clear()
  startsByCalendar.set(key, starts)
  return starts
}
