import type { Locale } from '@/lib/core/content/content'
import type { Interval } from '@/lib/core/schedule/schedule'
import { formatInterval, formatIntervalDays } from '@/lib/platform/i18n/format'

/** What stands on a grade button. */
export function formatPreview(locale: Locale, interval: Interval): string {
  return 'days' in interval
    ? formatIntervalDays(locale, interval.days)
    : formatInterval(locale, interval.minutes * 60_000)
}
