import type { Locale } from '@/lib/core/content/content'
import { formatDateTime } from '@/lib/platform/i18n/format'
import { getText } from '@/lib/platform/i18n/get-text'
import { classesText } from '../_text/classes'

type Dates = { startsAt: number | null; dueAt: number | null; examAt?: number | null }

/** When it starts, is due and is examined, as far as that is still to be told. */
export function dateFacts(
  { startsAt, dueAt, examAt = null }: Dates,
  { locale, timeZone, now }: { locale: Locale; timeZone: string; now: number },
): string[] {
  const text = getText(classesText, locale)
  const when = (at: number) => formatDateTime(locale, at, timeZone)
  return [
    startsAt !== null && startsAt > now ? text.starts(when(startsAt)) : '',
    dueAt === null ? '' : dueAt > now ? text.due(when(dueAt)) : text.wasDue(when(dueAt)),
    examAt !== null && examAt > now ? text.exam(when(examAt)) : '',
  ].filter(Boolean)
}
