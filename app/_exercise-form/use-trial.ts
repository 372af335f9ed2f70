'use client'

import { useState } from 'react'
import type { Exercise } from '@/lib/core/exercises/exercise'
import type { AttemptForm } from '@/lib/core/exercises/grade-attempt'
import { beginAttempt, check, giveUp, openHint, outcomeOf, type } from '../_exercise/attempt-state'
import type { Attempt } from '../_exercise/use-attempt'

/** An attempt that is nobody's: an author tries a variant, and nothing of it is kept or sent. */
export function useTrial(exercise: Exercise, form: AttemptForm): Attempt {
  const [state, setState] = useState(() => beginAttempt(0, 'trial'))
  return {
    state,
    outcome: outcomeOf(state, exercise, form),
    type: (task, response) => setState((now) => type(now, task, response)),
    check: (task) => setState((now) => check(now, exercise, form, task, 1)),
    openHint: (task) => setState((now) => openHint(now, task)),
    giveUp: () => setState((now) => giveUp(now, 1)),
    again: () => setState(beginAttempt(0, 'trial')),
  }
}
