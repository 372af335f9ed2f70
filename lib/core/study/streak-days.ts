/**
 * Consecutive study days with an answer, up to and including today, or yesterday while today has none yet. `days` are
 * study days with an answer, the latest first, each once.
 */
export function streakDays(days: readonly number[], today: number): number {
  const start = days[0] === today ? today : today - 1
  let streak = 0
  while (days[streak] === start - streak) streak++
  return streak
}
