import type { SchedulerSettings } from './scheduler-settings'
import { LONGEST_STEP_MINUTES, MOST_STEPS } from './steps'

export const LEAST_RETENTION = 0.7
export const MOST_RETENTION = 0.99
export const LONGEST_INTERVAL_DAYS = 36_500

/** FSRS-6's bounds of its 21 weights: outside them ts-fsrs would quietly use others than those that were given. */
const WEIGHT_BOUNDS: readonly (readonly [least: number, most: number])[] = [
  [0.1, 100],
  [0.1, 100],
  [0.1, 100],
  [0.1, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
]

export type SettingsProblem = { field: keyof SchedulerSettings; index?: number }

/** What is wrong with settings that a learner sends: empty when all of it can be used. */
export function checkSettings(settings: SchedulerSettings): SettingsProblem[] {
  const { weights, desiredRetention, maximumIntervalDays } = settings
  const problems: SettingsProblem[] = []
  if (weights.length !== WEIGHT_BOUNDS.length) problems.push({ field: 'weights' })
  else
    WEIGHT_BOUNDS.forEach(([least, most], index) => {
      if (!isWithin(weights[index], least, most)) problems.push({ field: 'weights', index })
    })
  if (!isWithin(desiredRetention, LEAST_RETENTION, MOST_RETENTION))
    problems.push({ field: 'desiredRetention' })
  if (!Number.isInteger(maximumIntervalDays) || !isWithin(maximumIntervalDays, 1, LONGEST_INTERVAL_DAYS))
    problems.push({ field: 'maximumIntervalDays' })
  for (const field of ['learningStepsMinutes', 'relearningStepsMinutes'] as const) {
    const steps = settings[field]
    if (steps.length > MOST_STEPS) problems.push({ field })
    steps.forEach((minutes, index) => {
      if (!isWithin(minutes, 1 / 60, LONGEST_STEP_MINUTES)) problems.push({ field, index })
    })
  }
  return problems
}

const isWithin = (value: number, least: number, most: number): boolean => value >= least && value <= most
