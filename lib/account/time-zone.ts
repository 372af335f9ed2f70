/** What a browser says of itself, if this server's calendar knows it; else UTC, which settings can change. */
export function knownTimeZone(claimed: unknown): string {
  return typeof claimed === 'string' && isKnownTimeZone(claimed) ? claimed : 'UTC'
}

export function isKnownTimeZone(name: string): boolean {
  if (name.length > 64 || /^[+-]/.test(name)) return false // an offset has no summer time: a place is needed
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
