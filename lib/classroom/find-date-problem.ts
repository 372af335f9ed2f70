import { fail, type Failure } from '@/lib/core/result'
import type { AssignmentRow } from '@/lib/store/assignments'

/** What is wrong with an assignment's dates, if anything. */
export function findDateProblem({
  startsAt,
  dueAt,
  examAt,
  feedback,
}: Pick<AssignmentRow, 'startsAt' | 'dueAt' | 'examAt' | 'feedback'>): Failure | null {
  if (startsAt !== null && dueAt !== null && dueAt <= startsAt)
    return fail('invalid', { reason: 'due-before-start', field: 'dueAt' })
  if (startsAt !== null && examAt !== null && examAt <= startsAt)
    return fail('invalid', { reason: 'exam-before-start', field: 'examAt' })
  if (feedback === 'AFTER_DUE' && dueAt === null)
    return fail('invalid', { reason: 'due-needed', field: 'dueAt' })
  return null
}
