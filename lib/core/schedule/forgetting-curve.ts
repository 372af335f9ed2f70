/**
 * FSRS-6's forgetting curve, R(t, S) = (1 + F t / S)^(-w20) with F = 0.9^(-1 / w20) - 1, so that R(S, S) = 0.9
 * (open-spaced-repetition, "The Algorithm", FSRS-6).
 */
type Weights = readonly number[]

const factor = (decay: number): number => Math.pow(0.9, -1 / decay) - 1

/** Probability of recall (0 to 1) `elapsedDays` after the last answer. */
export function retrievability(elapsedDays: number, stability: number, weights: Weights): number {
  const decay = weights[20]
  return Math.pow(1 + (factor(decay) * Math.max(0, elapsedDays)) / stability, -decay)
}

/** Days (with a fraction) until the probability of recall has fallen to `desiredRetention`: the curve's inverse. */
export function daysUntilRecallIs(desiredRetention: number, stability: number, weights: Weights): number {
  const decay = weights[20]
  return (stability / factor(decay)) * (Math.pow(desiredRetention, -1 / decay) - 1)
}
