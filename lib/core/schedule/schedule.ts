import type { Memory } from '../memory/memory'
import type { Grade } from '../memory/study-event'
import { daysUntilRecallIs } from './forgetting-curve'
import { fuzzFactor, fuzzInterval } from './fuzz'
import type { SchedulerSettings } from './scheduler-settings'
import { nextStrength, type Strength } from './strength'

/** Everything that an answer's consequence depends on, but for the grade. */
export type Showing = {
  cardId: string
  memory: Memory
  settings: SchedulerSettings
  /** Epoch ms. Moves the due instant of a step, never its length nor an interval in days. */
  answeredAt: number
  studyDay: number
}

export type Interval = { minutes: number } | { days: number }

export type GradePreview = { memory: Memory; interval: Interval }

const MINUTE = 60_000
const MINUTES_A_DAY = 1440

/**
 * The memory after an answer. What a button promises (`previewGrades`) and what an answer does (the fold) both come
 * from here. Of the returned memory `showing` and `showingAt` are still those of before: only the fold knows the event.
 */
export function scheduleAnswer(showing: Showing, grade: Grade): Memory {
  return schedule(showing, grade, fuzzFactor(showing.cardId, showing.memory.reps)).memory
}

/** For each grade the memory that it would give and how long until the card comes back. */
export function previewGrades(showing: Showing): Record<Grade, GradePreview> {
  const factor = fuzzFactor(showing.cardId, showing.memory.reps)
  return {
    1: schedule(showing, 1, factor),
    2: schedule(showing, 2, factor),
    3: schedule(showing, 3, factor),
    4: schedule(showing, 4, factor),
  }
}

/** As `scheduleAnswer`, with the spread of intervals (0 to 1) given, or null for none: what published vectors use. */
export function schedule(showing: Showing, grade: Grade, factor: number | null): GradePreview {
  const { memory, settings, studyDay, answeredAt } = showing
  // A clock that was set back must neither throw nor lengthen the next elapsed time.
  const day = Math.max(studyDay, memory.lastDay ?? studyDay)
  const elapsedDays = memory.lastDay === null ? 0 : day - memory.lastDay
  const before = strengthOf(memory)
  const strengths: Partial<Record<Grade, Strength>> = {}
  const strengthAfter = (grade: Grade) =>
    (strengths[grade] ??= nextStrength(before, elapsedDays, grade, settings.weights))

  const isLapse = memory.state === 'REVIEW' && grade === 1
  const answered: Memory = {
    ...memory,
    ...strengthAfter(grade),
    dueDay: null,
    dueAt: null,
    step: 0,
    reps: memory.reps + 1,
    lapses: memory.lapses + (isLapse ? 1 : 0),
    lastDay: day,
  }

  const step = nextStep(memory, grade, settings)
  if (step) {
    const state = step.of === 'learning' ? 'LEARNING' : 'RELEARNING'
    if (step.minutes < MINUTES_A_DAY) {
      const dueAt = answeredAt + Math.round(step.minutes * MINUTE)
      return { memory: { ...answered, state, step: step.index, dueAt }, interval: { minutes: step.minutes } }
    }
    const days = Math.round(step.minutes / MINUTES_A_DAY)
    return { memory: { ...answered, state, step: step.index, dueDay: day + days }, interval: { days } }
  }

  const days = reviewDays(memory.state === 'REVIEW', grade, elapsedDays, strengthAfter, settings, factor)
  return { memory: { ...answered, state: 'REVIEW', dueDay: day + days }, interval: { days } }
}

function strengthOf({ state, stability, difficulty }: Memory): Strength | null {
  return state === 'NEW' || stability === null || difficulty === null ? null : { stability, difficulty }
}

type Step = { of: 'learning' | 'relearning'; index: number; minutes: number }

/**
 * The step that an answer leads to, or null where it leads to review (Anki's rules). Again: the first. Hard: the same
 * again, but between the first two, or half as long again as the only one, so that it is not the same as Again.
 * Good: the next. Easy: none.
 */
function nextStep(memory: Memory, grade: Grade, settings: SchedulerSettings): Step | null {
  if (memory.state === 'REVIEW' && grade !== 1) return null
  const of = memory.state === 'NEW' || memory.state === 'LEARNING' ? 'learning' : 'relearning'
  const steps = of === 'learning' ? settings.learningStepsMinutes : settings.relearningStepsMinutes
  if (steps.length === 0 || grade === 4) return null
  if (grade === 1) return { of, index: 0, minutes: steps[0] }
  const current = Math.min(memory.step, steps.length - 1)
  if (grade === 2)
    return { of, index: current, minutes: current === 0 ? firstHardStep(steps) : steps[current] }
  return current + 1 < steps.length ? { of, index: current + 1, minutes: steps[current + 1] } : null
}

function firstHardStep([first, second]: readonly number[]): number {
  // A step of days gets at most a day more, or Hard could come later than Good.
  const minutes = second === undefined ? Math.min(first * 1.5, first + MINUTES_A_DAY) : (first + second) / 2
  return minutes > MINUTES_A_DAY ? Math.round(minutes / MINUTES_A_DAY) * MINUTES_A_DAY : minutes
}

/**
 * Whole days until the next review. Of a card in review Hard < Good < Easy, and what grows grows by at least a day;
 * one that leaves its steps by Easy comes later than by Good. Nothing exceeds the maximum.
 */
function reviewDays(
  wasReview: boolean,
  grade: Grade,
  elapsedDays: number,
  strengthAfter: (grade: Grade) => Strength,
  settings: SchedulerSettings,
  factor: number | null,
): number {
  const { desiredRetention, weights, maximumIntervalDays } = settings
  const draw = (grade: Grade, minimum: number): number => {
    const interval = daysUntilRecallIs(desiredRetention, strengthAfter(grade).stability, weights)
    const growth = wasReview && grade > 1 && Math.round(interval) > elapsedDays ? elapsedDays + 1 : 1
    return fuzzInterval(interval, Math.max(minimum, growth), maximumIntervalDays, factor)
  }
  if (grade === 1) return draw(1, 1)
  if (!wasReview) return grade === 4 ? draw(4, draw(3, 1) + 1) : draw(grade, 1)
  const hard = draw(2, 1)
  if (grade === 2) return hard
  const good = draw(3, hard + 1)
  return grade === 3 ? good : draw(4, good + 1)
}
