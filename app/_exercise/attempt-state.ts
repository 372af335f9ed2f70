import type { AttemptOutcome } from '@/lib/core/exercises/attempt'
import type { Exercise } from '@/lib/core/exercises/exercise'
import {
  askedTasks,
  gradeAttempt,
  gradeTask,
  type AttemptForm,
  type Responses,
  type TaskVerdict,
} from '@/lib/core/exercises/grade-attempt'

/**
 * One learner before one variant. What counts is the first readable answer to each task, with the hints opened until
 * then; correcting oneself afterwards is practice and changes nothing of the attempt.
 */
export type AttemptState = {
  id: string
  /** What stands in the boxes now. */
  typed: Responses
  /** The last verdict of each task. */
  verdicts: Record<string, TaskVerdict | undefined>
  /** The answers that count, by task. */
  first: Responses
  /** Hints opened, by task. */
  hints: Record<string, number>
  /** Hints opened before the attempt was finished. */
  countedHints: number
  startedAt: number
  finishedAt: number | null
}

export const beginAttempt = (now: number, id: string): AttemptState => ({
  id,
  typed: {},
  verdicts: {},
  first: {},
  hints: {},
  countedHints: 0,
  startedAt: now,
  finishedAt: null,
})

export function type(state: AttemptState, task: string, response: readonly string[]): AttemptState {
  return {
    ...state,
    typed: { ...state.typed, [task]: response },
    verdicts: { ...state.verdicts, [task]: undefined },
  }
}

export function openHint(state: AttemptState, task: string): AttemptState {
  const opened = (state.hints[task] ?? 0) + 1
  return {
    ...state,
    hints: { ...state.hints, [task]: opened },
    countedHints: state.finishedAt === null ? state.countedHints + 1 : state.countedHints,
  }
}

export function check(
  state: AttemptState,
  exercise: Exercise,
  form: AttemptForm,
  task: string,
  now: number,
): AttemptState {
  const verdict = gradeTask(exercise, task, state.typed)
  const isReadable = verdict.verdict !== 'empty' && verdict.verdict !== 'not-a-number'
  const first =
    isReadable && state.first[task] === undefined
      ? { ...state.first, [task]: state.typed[task] }
      : state.first
  const isFinished = askedTasks(exercise, form).every(({ id }) => first[id] !== undefined)
  return {
    ...state,
    first,
    verdicts: { ...state.verdicts, [task]: verdict },
    finishedAt: state.finishedAt ?? (isFinished ? now : null),
  }
}

/** Ends it as it stands: what was not answered counts as wrong. */
export const giveUp = (state: AttemptState, now: number): AttemptState => ({
  ...state,
  finishedAt: state.finishedAt ?? now,
})

/** What came of a finished attempt. */
export function outcomeOf(state: AttemptState, exercise: Exercise, form: AttemptForm): AttemptOutcome | null {
  if (state.finishedAt === null) return null
  const { outcome } = gradeAttempt(exercise, form, state.first)
  return outcome === 'unfinished' ? 'wrong' : outcome
}
