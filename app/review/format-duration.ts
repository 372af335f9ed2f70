import type { Locale } from '@/lib/core/content/content'
import { formatNumber } from '@/lib/platform/i18n/format'

/** "8 s", "4 min", "1 h 5 min": how long was studied. */
export function formatDuration(locale: Locale, ms: number): string {
  const [second, minute, hour] = locale === 'zh' ? ['秒', '分钟', '小时'] : ['s', 'min', 'h']
  const seconds = ms / 1000
  if (seconds < 59.5)
    return `${formatNumber(locale, seconds, { maximumFractionDigits: seconds < 10 ? 1 : 0 })} ${second}`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} ${minute}`
  return `${Math.floor(minutes / 60)} ${hour} ${minutes % 60} ${minute}`
}
