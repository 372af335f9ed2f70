import type { SchedulerSettings } from './scheduler-settings'

/** FSRS-6 weights fitted to the reviews of some ten thousand people (open-spaced-repetition, srs-benchmark). */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]

/** What people who come from Anki expect. */
export const DEFAULT_SETTINGS: SchedulerSettings = {
  weights: [...DEFAULT_WEIGHTS],
  desiredRetention: 0.9,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  maximumIntervalDays: 36_500,
}

/** The rest of a preset, which moves no interval and so needs no revision. */
export const DEFAULT_LIMITS = {
  newPerDay: 20,
  reviewsPerDay: 200,
  reviewOrder: 'retrievability',
  leechThreshold: 8,
  burySiblings: true,
} as const
