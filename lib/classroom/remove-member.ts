import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'
import { endClassEnrolments } from './end-class-enrolments'
import { takeTaughtClass } from './find-class'

/**
 * A learner who does not belong here goes, and with them what they study only through the class; their answers stay
 * their own. An instructor is made a learner first, so that nobody is thrown out by a slip.
 */
export async function removeMember(
  store: Store,
  actor: SignedIn,
  { id, memberId }: { id: string; memberId: string },
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    if (!(await takeTaughtClass(tables, actor, id))) return fail('not-found')
    const member = await tables.classMembers.find(id, memberId)
    if (!member) return fail('not-found')
    if (member.role === 'INSTRUCTOR') return fail('conflict', { reason: 'is-instructor' })
    await tables.classMembers.delete(id, memberId)
    await endClassEnrolments(tables, { classId: id, userId: memberId })
    await audit(
      tables,
      { actorId: actor.userId, verb: 'class-member-removed', classId: id, personId: memberId },
      now,
    )
    return ok(undefined)
  })
}
