import type { Locale } from '@/lib/core/content/content'
import { languageTag } from './language-tag'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const DAYS_PER_MONTH = 365.25 / 12
const DAYS_PER_YEAR = 365.25

// Intl objects are costly to make and hold no state.
const made = new Map<string, unknown>()
function once<T>(kind: string, locale: Locale, options: object, make: (tag: string) => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  if (!made.has(key)) made.set(key, make(languageTag(locale)))
  return made.get(key) as T // stored under a key that names its kind
}

export function formatNumber(locale: Locale, value: number, options: Intl.NumberFormatOptions = {}): string {
  return once('number', locale, options, (tag) => new Intl.NumberFormat(tag, options)).format(value)
}

/** 0.9 -> "90%". */
export function formatShare(locale: Locale, share: number, digits = 0): string {
  return formatNumber(locale, share, { style: 'percent', maximumFractionDigits: digits })
}

export function formatDate(
  locale: Locale,
  atMs: number,
  timeZone?: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  const all = { ...options, timeZone }
  return once('date', locale, all, (tag) => new Intl.DateTimeFormat(tag, all)).format(atMs)
}

export function formatDateTime(locale: Locale, atMs: number, timeZone?: string): string {
  return formatDate(locale, atMs, timeZone, { dateStyle: 'medium', timeStyle: 'short' })
}

export type PluralForms = { one: string; other: string }

/** The form that goes with a count. 中文 has one form and needs no call. */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  const rule = once('plural', locale, {}, (tag) => new Intl.PluralRules(tag)).select(count)
  return rule === 'one' ? forms.one : forms.other
}

const UNITS: Record<
  Locale,
  { second: string; minute: string; hour: string; day: string; month: string; year: string }
> = {
  en: { second: 's', minute: 'min', hour: 'h', day: 'd', month: 'mo', year: 'y' },
  zh: { second: '秒', minute: '分钟', hour: '小时', day: '天', month: '个月', year: '年' },
}

/** As short as a grade button needs it: "45 s", "10 min", "3 d", "2.4 mo", "1.3 y"; 中文 "10 分钟", "3 天". */
export function formatInterval(locale: Locale, ms: number): string {
  const unit = UNITS[locale]
  const say = (value: number, name: string, digits = 0) =>
    `${formatNumber(locale, value, { maximumFractionDigits: digits })} ${name}`
  if (ms < MINUTE) return say(Math.max(0, Math.round(ms / 1000)), unit.second)
  if (ms < 59.5 * MINUTE) return say(Math.round(ms / MINUTE), unit.minute)
  if (ms < DAY) return say(ms / HOUR, unit.hour, 1)
  return formatIntervalDays(locale, ms / DAY)
}

/** The same for an interval counted in study days. */
export function formatIntervalDays(locale: Locale, days: number): string {
  const unit = UNITS[locale]
  const say = (value: number, name: string, digits: number) =>
    `${formatNumber(locale, value, { maximumFractionDigits: digits })} ${name}`
  if (days < 30.5) return say(Math.round(days), unit.day, 0)
  if (days < DAYS_PER_YEAR) return say(days / DAYS_PER_MONTH, unit.month, 1)
  return say(days / DAYS_PER_YEAR, unit.year, 1)
}

/** "3 days ago", "昨天", "in 2 hours". */
export function formatAgo(locale: Locale, atMs: number, nowMs: number): string {
  const format = once('ago', locale, {}, (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }))
  const ms = atMs - nowMs
  const size = Math.abs(ms)
  if (size < MINUTE) return format.format(0, 'minute')
  if (size < HOUR) return format.format(Math.round(ms / MINUTE), 'minute')
  if (size < DAY) return format.format(Math.round(ms / HOUR), 'hour')
  if (size < 30.5 * DAY) return format.format(Math.round(ms / DAY), 'day')
  if (size < DAYS_PER_YEAR * DAY) return format.format(Math.round(ms / (DAYS_PER_MONTH * DAY)), 'month')
  return format.format(Math.round(ms / (DAYS_PER_YEAR * DAY)), 'year')
}
