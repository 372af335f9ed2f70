import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { AssignmentChange } from '@/lib/store/assignments'
import type { Store } from '@/lib/store/store'
import { enrolInAssigned } from './enrol-in-assigned'
import { takeTaughtClass } from './find-class'
import { findDateProblem } from './find-date-problem'

type Where = { id: string; assignmentId: string }

/** Other dates or terms. An exam that moves touches nobody's memory: what it asks is worked out when it is read. */
export async function changeAssignment(
  store: Store,
  actor: SignedIn,
  { id, assignmentId, change }: Where & { change: AssignmentChange },
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    if (!(await takeTaughtClass(tables, actor, id))) return fail('not-found')
    const before = await tables.assignments.find(assignmentId)
    if (before?.classId !== id) return fail('not-found')
    const own: AssignmentChange =
      before.deckId === null
        ? { ...change, examAt: null }
        : { ...change, attempts: null, numbers: 'SAME', feedback: 'NOW' }
    const problem = findDateProblem({ ...before, ...own })
    if (problem) return problem
    await tables.assignments.update(assignmentId, own)
    const members = await tables.classMembers.listByClass(id)
    const userIds = members.flatMap(({ role, userId }) => (role === 'LEARNER' ? [userId] : []))
    // Begun by the change: see enrolInAssigned for one that begins by itself.
    const hadBegun = (before.startsAt ?? now) <= now
    if (before.deckId !== null && !hadBegun) await enrolInAssigned(tables, { classId: id, userIds }, now)
    const told = { actorId: actor.userId, verb: 'assignment-changed', classId: id } as const
    await audit(tables, { ...told, detail: { assignment: assignmentId, ...own } }, now)
    return ok(undefined)
  })
}

/** Takes it back. Whoever studies the deck goes on, whoever took the quiz keeps the result. */
export async function removeAssignment(
  store: Store,
  actor: SignedIn,
  { id, assignmentId }: Where,
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    if (!(await takeTaughtClass(tables, actor, id))) return fail('not-found')
    const before = await tables.assignments.find(assignmentId)
    if (before?.classId !== id) return fail('not-found')
    await tables.assignments.delete(assignmentId)
    const detail = { deck: before.deckId, quiz: before.quizId }
    await audit(tables, { actorId: actor.userId, verb: 'assignment-removed', classId: id, detail }, now)
    return ok(undefined)
  })
}
