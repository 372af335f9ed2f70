const DAY_MS = 24 * 60 * 60_000

/**
 * How long a session lives after it was last used. A guest has no other way back in, so a year; an account can
 * always sign in again.
 */
export function sessionLifetimeMs(isGuest: boolean): number {
  return (isGuest ? 365 : 90) * DAY_MS
}
