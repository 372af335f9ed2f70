import type { EventVerdict } from '../memory/fold'
import type { SchedulerSettings } from '../schedule/scheduler-settings'
import { recallOn } from './recall'

/** Between two answers: `recall` at each `day` (a study day, with a fraction). Each stretch begins at 1. */
export type ForgettingStretch = { points: { day: number; recall: number }[] }

/**
 * The forgetting curve of a card as it was and as it will be: one stretch for each day on which it was answered, the
 * last up to `throughDay`. `pointsPerStretch` (2 or more) are evenly spaced.
 */
export function forgettingStretches(
  verdicts: readonly EventVerdict[],
  revisions: Readonly<Record<string, SchedulerSettings>>,
  throughDay: number,
  pointsPerStretch = 24,
): ForgettingStretch[] {
  // Several answers on one study day are one drop back to certainty, with the strength that the last of them left.
  const byDay = new Map<number, EventVerdict>()
  for (const verdict of verdicts) {
    if (verdict.counted && verdict.event.kind === 'RESET') byDay.clear()
    if (verdict.counted && verdict.memory.lastDay !== null && verdict.event.kind in CHANGES_STRENGTH)
      byDay.set(verdict.memory.lastDay, verdict)
  }
  const starts = [...byDay].sort(([a], [b]) => a - b)
  return starts.flatMap(([start, { memory, event }], i) => {
    const weights = revisions[event.schedulerRevisionId]?.weights
    const end = starts[i + 1]?.[0] ?? Math.max(throughDay, start + 1)
    if (!weights) return []
    const points = Array.from({ length: pointsPerStretch }, (_, k) => {
      const day = start + ((end - start) * k) / (pointsPerStretch - 1)
      return { day, recall: recallOn(day, memory, weights) ?? 1 }
    })
    return [{ points }]
  })
}

const CHANGES_STRENGTH = { ANSWER: true, IMPORT: true }
