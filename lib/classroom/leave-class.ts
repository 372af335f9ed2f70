import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'

/**
 * From now on the instructors see nothing of what the learner studies, of before neither. These decks stay the
 * learner's, with every memory. The last instructor stays until there is another or the class is archived.
 */
export async function leaveClass(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  return store.transaction(async (tables) => {
    const classroom = await tables.classrooms.take(id)
    const member = classroom && (await tables.classMembers.find(id, userId))
    if (!classroom || !member || !can(actor, 'class.leave', { memberRole: member.role }))
      return fail('not-found')
    const isLast = member.role === 'INSTRUCTOR' && !(await tables.classMembers.isTaughtWithout(userId, id))
    if (isLast && classroom.archivedAt === null) return fail('conflict', { reason: 'last-instructor' })
    await tables.classMembers.delete(id, userId)
    await audit(tables, { actorId: userId, verb: 'class-left', classId: id, personId: userId }, now)
    return ok(undefined)
  })
}
