import { raiseGoals } from '@/lib/core/queue/raise-goals'
import type { DayGoals } from '@/lib/core/queue/queue-input'
import type { StudyState } from './study-state'

/** What "study more" added to one study day, on this browser. */
export type RaisedGoals = { goals: DayGoals; extraNew: number }

const keyOf = (learnerId: string) => `unroll.goals:${learnerId}`

export function readRaisedGoals(learnerId: string): RaisedGoals | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(learnerId)) ?? 'null')
    return isRaisedGoals(value) ? value : null
  } catch {
    return null
  }
}

/** So many more new cards today than the limits allow, on top of what was added before. */
export function raiseNewCards(study: StudyState, more: number): RaisedGoals {
  const learnerId = study.pack.learner.id
  const before = readRaisedGoals(learnerId)
  const extraBefore = before?.goals.studyDay === study.studyDay ? before.extraNew : 0
  const raised = {
    goals: raiseGoals(study.queue, { new: more, reviews: 0 }),
    extraNew: extraBefore + more,
  }
  try {
    localStorage.setItem(keyOf(learnerId), JSON.stringify(raised))
  } catch {
    // Then they last for this page.
  }
  return raised
}

export function forgetRaisedGoals(learnerId: string) {
  try {
    localStorage.removeItem(keyOf(learnerId))
  } catch {
    // Nothing was kept.
  }
}

// Written by this module only; the checks catch what an older build left behind.
function isRaisedGoals(value: unknown): value is RaisedGoals {
  return typeof value === 'object' && value !== null && 'goals' in value && 'extraNew' in value
}
