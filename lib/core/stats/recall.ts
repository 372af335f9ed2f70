import type { Memory } from '../memory/memory'
import { retrievability } from '../schedule/forgetting-curve'

/** The probability (0 to 1) that a card is recalled on a study day. Null for a new card. */
export function recallOn(studyDay: number, memory: Memory, weights: readonly number[]): number | null {
  const { stability, lastDay } = memory
  return stability === null || lastDay === null
    ? null
    : retrievability(studyDay - lastDay, stability, weights)
}
