import type { Locale } from '@/lib/core/content/content'
import { formatNumber } from '@/lib/platform/i18n/format'

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** 1,536,000 -> "1.5 MB": by thousands, as disks are sold. */
export function formatBytes(locale: Locale, bytes: number): string {
  let [value, unit] = [bytes, 0]
  while (value >= 1_000 && unit < UNITS.length - 1) {
    value /= 1_000
    unit++
  }
  return `${formatNumber(locale, value, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${UNITS[unit]}`
}
