import type { Grade } from '../memory/study-event'
import type { AttemptGrade } from './grade-attempt'

/** Answered within this share of a practised learner's time, it was easy. */
const EASY_SHARE = 0.6

/**
 * The grade that a machine-checked answer proposes; the learner may change it. A mistake is Again; rounding or a hint
 * makes it Hard; quick and clean is Easy.
 * @param millis time taken, in milliseconds
 * @param seconds the rung's time for a practised learner
 */
export function proposeGrade(
  outcome: AttemptGrade['outcome'],
  hints: number,
  millis: number,
  seconds: number,
): Grade {
  if (outcome !== 'right' && outcome !== 'coarse') return 1
  if (outcome === 'coarse' || hints > 0) return 2
  return millis <= seconds * 1000 * EASY_SHARE ? 4 : 3
}
