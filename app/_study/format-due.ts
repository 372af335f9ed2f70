import type { Locale } from '@/lib/core/content/content'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { formatAgo } from '@/lib/platform/i18n/format'

const DAY_MS = 86_400_000

/** "in 12 minutes" on the same study day, else counted in study days: "tomorrow" begins when the learner's does. */
export function formatDue(locale: Locale, at: number, now: number, calendar: StudyCalendar): string {
  const days = studyDayAt(at, calendar) - studyDayAt(now, calendar)
  return days === 0 ? formatAgo(locale, Math.max(at, now + 60_000), now) : formatDueDays(locale, days)
}

export function formatDueDays(locale: Locale, days: number): string {
  return formatAgo(locale, days * DAY_MS, 0)
}
