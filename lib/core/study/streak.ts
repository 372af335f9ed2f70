/**
 * Consecutive study days with an answer, up to today, or up to yesterday while today has none yet. `days` in any order,
 * repeated or not.
 */
export function streakDays(days: Iterable<number>, today: number): number {
  const studied = new Set(days)
  let day = studied.has(today) ? today : today - 1
  let streak = 0
  while (studied.has(day--)) streak++
  return streak
}
