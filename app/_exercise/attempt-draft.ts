import type { AttemptForm } from '@/lib/core/exercises/grade-attempt'
import type { AttemptState } from './attempt-state'

/** Which variant a draft belongs to. */
export type DraftKey = { learner: string; exercise: string; rung: number; form: AttemptForm; seed: string }

const nameOf = ({ learner, exercise, rung, form, seed }: DraftKey) =>
  `unroll.draft:${learner}:${exercise}:${rung}:${form}:${seed}`

/** What was typed, kept in this browser so that leaving the page loses nothing. One draft an exercise. */
export function readDraft(key: DraftKey): AttemptState | null {
  try {
    const text = localStorage.getItem(nameOf(key))
    return text === null ? null : (JSON.parse(text) as AttemptState) // written below, by this very build or an earlier
  } catch {
    return null
  }
}

export function writeDraft(key: DraftKey, state: AttemptState): void {
  try {
    const prefix = `unroll.draft:${key.learner}:${key.exercise}:`
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(prefix) && name !== nameOf(key)) localStorage.removeItem(name)
    }
    localStorage.setItem(nameOf(key), JSON.stringify(state))
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}

/** Everything that a learner left half done in this browser. */
export function forgetDrafts(learner: string): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(`unroll.draft:${learner}:`) || name.startsWith(`unroll.variant:${learner}:`))
        localStorage.removeItem(name)
    }
  } catch {
    // As above.
  }
}
