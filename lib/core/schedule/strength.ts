import { FSRSAlgorithm } from 'ts-fsrs'
import type { Grade } from '../memory/study-event'

/** What FSRS knows of a memory: stability in days, difficulty from 1 to 10. */
export type Strength = { stability: number; difficulty: number }

const algorithms = new WeakMap<readonly number[], FSRSAlgorithm>()

function algorithmOf(weights: readonly number[]): FSRSAlgorithm {
  let algorithm = algorithms.get(weights)
  if (!algorithm) algorithms.set(weights, (algorithm = new FSRSAlgorithm({ w: weights })))
  return algorithm
}

/**
 * FSRS-6's step from one answer to the next, by ts-fsrs. Only its memory function is used: its calendar and its card
 * states are not what a reviewer expects. `elapsedDays` are study days; 0 means another answer on the same day, which
 * has a formula of its own (short-term stability). Null before the first answer.
 */
export function nextStrength(
  strength: Strength | null,
  elapsedDays: number,
  grade: Grade,
  weights: readonly number[],
): Strength {
  const { stability, difficulty } = algorithmOf(weights).next_state(strength, elapsedDays, grade)
  return { stability, difficulty }
}
