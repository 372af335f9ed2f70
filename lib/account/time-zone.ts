import { isTimeZone } from '@/lib/core/schedule/study-day'

/** What a browser says of itself, if this server's calendar knows it; else UTC, which settings can change. */
export function knownTimeZone(claimed: unknown): string {
  return typeof claimed === 'string' && isKnownTimeZone(claimed) ? claimed : 'UTC'
}

export function isKnownTimeZone(name: string): boolean {
  return name.length <= 64 && isTimeZone(name)
}
