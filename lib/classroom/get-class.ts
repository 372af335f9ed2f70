import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { assignmentView, type AssignmentView } from './assignment-view'
import type { JoinCode } from './change-join-code'
import { isOpen } from './find-by-code'
import { findClass } from './find-class'

export type ClassView = {
  id: string
  name: string
  description: string
  isTaught: boolean
  isArchived: boolean
  joinedAt: number
  instructors: string[]
  assignments: AssignmentView[]
  /** To who teaches it: how many learn in it, and the code while it opens. */
  learners: number | null
  joinCode: JoinCode | null
}

/** A class as one of its members sees it. */
export async function getClass(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<ClassView>> {
  const found = await findClass(store, actor, id, 'class.read')
  if (!found) return fail('not-found')
  const { classroom, member } = found
  const isTaught = can(actor, 'class.teach', { memberRole: member.role })
  const [members, assignments] = await Promise.all([
    store.classMembers.listByClass(id),
    store.assignments.listByClass(id),
  ])
  const { name, description, archivedAt, joinCode, joinExpiresAt } = classroom
  const isJoinable = isTaught && isOpen(classroom, now) && joinCode !== null && joinExpiresAt !== null
  return ok({
    id,
    name,
    description,
    isTaught,
    isArchived: archivedAt !== null,
    joinedAt: member.joinedAt,
    instructors: members.flatMap((each) => (each.role === 'INSTRUCTOR' ? [each.name] : [])),
    assignments: assignments.map(assignmentView),
    learners: isTaught ? members.filter(({ role }) => role === 'LEARNER').length : null,
    joinCode: isJoinable ? { code: joinCode, expiresAt: joinExpiresAt } : null,
  })
}
