import type { SignedIn } from '@/lib/core/access/actor'
import { numbersOf } from '@/lib/core/classroom/individual-quiz'
import { isOver, whyClosed } from '@/lib/core/classroom/quiz-terms'
import { fail, ok, type Result } from '@/lib/core/result'
import type { NamedAssignment } from '@/lib/store/assignments'
import type { QuizRunRow } from '@/lib/store/quiz-runs'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'

/** A quiz that a class of this learner's is asked to take; null for everybody else. */
export async function findClassQuiz(
  store: Store,
  actor: SignedIn,
  assignmentId: string,
): Promise<(NamedAssignment & { quizId: string; isArchived: boolean }) | null> {
  const assignment = await store.assignments.find(assignmentId)
  if (!assignment || assignment.quizId === null) return null
  const [member, classroom] = await Promise.all([
    store.classMembers.find(assignment.classId, actor.userId),
    store.classrooms.find(assignment.classId),
  ])
  if (member?.role !== 'LEARNER' || !classroom) return null
  return { ...assignment, quizId: assignment.quizId, isArchived: classroom.archivedAt !== null }
}

type ClassQuiz = NonNullable<Awaited<ReturnType<typeof findClassQuiz>>>

/**
 * The run of this id, begun now if there is none and the terms allow it. The membership is taken first, so that of two
 * beginnings at once the second is counted after the first.
 */
export async function beginClassRun(
  tables: Tables,
  actor: SignedIn,
  { id, assignment }: { id: string; assignment: ClassQuiz },
  now: number,
): Promise<Result<{ run: QuizRunRow; takesAnswers: boolean }>> {
  const { userId } = actor
  if (!(await tables.classMembers.take(assignment.classId, userId))) return fail('not-found')
  const before = await tables.quizRuns.find(userId, id)
  if (before !== null) {
    if (before.assignmentId !== assignment.id) return fail('conflict', { reason: 'other-quiz' })
    const takesAnswers = before.finishedAt === null && !isOver(assignment, now)
    return ok({ run: before, takesAnswers })
  }
  const begun = await tables.quizRuns.countByAssignment(userId, [assignment.id])
  const closed = whyClosed(assignment, begun.get(assignment.id)?.begun ?? 0, now)
  if (assignment.isArchived) return fail('conflict', { reason: 'class-archived' })
  if (closed !== null) return fail('conflict', { reason: `quiz-${closed}` })
  const run = await tables.quizRuns.take(userId, {
    id,
    quizId: assignment.quizId,
    startedAt: now,
    assignmentId: assignment.id,
    numbersOf: assignment.numbers === 'INDIVIDUAL' ? numbersOf(assignment.id, userId) : null,
  })
  return ok({ run, takesAnswers: true })
}
