const hour = 3_600_000
const day = 24 * hour
const keptDays = 12
const keptWeeks = 10
const keptMonths = 9

/**
 * Which backups to keep, given the instants (epoch ms) at which they were made, in any order: every one of the last
 * 24 hours, and of those with any at all the newest of each of 12 days, 10 weeks and 9 months (of UTC, weeks from
 * Monday). The newest is always kept.
 */
export function chooseBackups(madeAt: readonly number[], now: number): Set<number> {
  const newestFirst = [...new Set(madeAt)].sort((a, b) => b - a)
  const kept = new Set(newestFirst.filter((instant) => now - instant < day))
  keepNewestOfEach(newestFirst, dayOf, keptDays, kept)
  keepNewestOfEach(newestFirst, weekOf, keptWeeks, kept)
  keepNewestOfEach(newestFirst, monthOf, keptMonths, kept)
  return kept
}

function keepNewestOfEach(
  newestFirst: readonly number[],
  periodOf: (instant: number) => number,
  periods: number,
  kept: Set<number>,
): void {
  const seen = new Set<number>()
  for (const instant of newestFirst) {
    const period = periodOf(instant)
    if (seen.has(period)) continue
    if (seen.size === periods) return
    seen.add(period)
    kept.add(instant)
  }
}

const dayOf = (instant: number) => Math.floor(instant / day)
const weekOf = (instant: number) => Math.floor((dayOf(instant) + 3) / 7) // 1970-01-01 was a Thursday
const monthOf = (instant: number) => {
  const date = new Date(instant)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
