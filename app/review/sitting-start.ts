const KEY = 'unroll.sitting'
const PAUSE_MS = 30 * 60_000

type Sitting = { startedAt: number; lastAt: number; search: string }

/** When this tab's sitting began: a reload goes on with it, a long pause or another wish begins anew. */
export function sittingStart(search: string, now: number): number {
  const held = read()
  const goesOn = held !== null && held.search === search && now - held.lastAt < PAUSE_MS
  const startedAt = goesOn ? held.startedAt : now
  write({ startedAt, lastAt: now, search })
  return startedAt
}

function read(): Sitting | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return isSitting(value) ? value : null
  } catch {
    return null
  }
}

function write(sitting: Sitting) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(sitting))
  } catch {
    // Then a reload begins a new sitting.
  }
}

function isSitting(value: unknown): value is Sitting {
  return typeof value === 'object' && value !== null && 'startedAt' in value && 'lastAt' in value
}
