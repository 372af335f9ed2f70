import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'
import { takeTaughtClass } from './find-class'

type Input = { id: string; memberId: string; isInstructor: boolean }

/**
 * Makes a member an instructor of the class, or a learner again. Only who is in the class can be named, so nobody learns
 * who else has an account; and only an instructor of the house can teach in it.
 */
export async function grantClassRole(
  store: Store,
  actor: SignedIn,
  { id, memberId, isInstructor }: Input,
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    if (!(await takeTaughtClass(tables, actor, id))) return fail('not-found')
    const member = await tables.classMembers.find(id, memberId)
    if (!member) return fail('not-found')
    const role = isInstructor ? 'INSTRUCTOR' : 'LEARNER'
    if (member.role === role) return ok(undefined)
    if (isInstructor) {
      const user = await tables.users.get(memberId)
      if (user.guest || user.role === 'LEARNER') return fail('invalid', { reason: 'not-an-instructor' })
    } else if (!(await tables.classMembers.isTaughtWithout(memberId, id))) {
      return fail('conflict', { reason: 'last-instructor' })
    }
    await tables.classMembers.setRole(id, memberId, role)
    const detail = { from: member.role, to: role }
    await audit(
      tables,
      { actorId: actor.userId, verb: 'class-role-granted', classId: id, personId: memberId, detail },
      now,
    )
    return ok(undefined)
  })
}
