import type { Localized } from '@/lib/core/content/content'
import type { NamedAssignment } from '@/lib/store/assignments'

/** What a class is asked to do, as every member sees it. The quiz's link stays with its owner. */
export type AssignmentView = {
  id: string
  startsAt: number | null
  dueAt: number | null
} & (
  | { kind: 'deck'; deck: { id: string; slug: string; title: Localized<string> }; examAt: number | null }
  | {
      kind: 'quiz'
      title: string
      /** Null: as many as one likes. */
      attempts: number | null
      numbers: 'SAME' | 'INDIVIDUAL'
      feedback: 'NOW' | 'AFTER_DUE'
    }
)

export function assignmentView(row: NamedAssignment): AssignmentView {
  const { id, startsAt, dueAt, examAt, attempts, numbers, feedback, deck, quiz } = row
  const dates = { id, startsAt, dueAt }
  if (deck) return { ...dates, kind: 'deck', deck, examAt }
  return { ...dates, kind: 'quiz', title: quiz?.title ?? '', attempts, numbers, feedback }
}
