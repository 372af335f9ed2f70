import type { QuizAnswers } from '@/lib/core/quiz/quiz'

/** A run as this browser knows it: enough to go on after a reload without a network. */
export type QuizDraft = {
  runId: string
  answers: QuizAnswers
  /** Index of the question on screen. */
  place: number
  endsAt: number | null
  /** It was handed in, and the server has not answered yet. */
  isFinishing: boolean
}

/** Among the drafts that signing out takes along. */
const nameOf = (learner: string, link: string) => `unroll.draft:${learner}:quiz:${link}`

export function readQuizDraft(learner: string, link: string): QuizDraft | null {
  try {
    const text = localStorage.getItem(nameOf(learner, link))
    return text === null ? null : (JSON.parse(text) as QuizDraft) // written below, by this very build or an earlier
  } catch {
    return null
  }
}

export function writeQuizDraft(learner: string, link: string, draft: QuizDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(nameOf(learner, link))
    else localStorage.setItem(nameOf(learner, link), JSON.stringify(draft))
  } catch {
    // A browser that keeps nothing: the server has what was sent.
  }
}
