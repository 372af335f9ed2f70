import type { Role, SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { archiveUntaught } from './archive-untaught'
import { audit } from './audit'

/**
 * The house always keeps an administrator: the last one cannot step down. Who may teach no more stays in their classes
 * as what they are there, for the day on which they may again; those that nobody else teaches are archived until then.
 */
export async function grantRole(
  store: Store,
  actor: SignedIn,
  { userId, role }: { userId: string; role: Role },
  now: number,
): Promise<Result<undefined>> {
  if (!can(actor, 'people.manage', null)) return fail('not-found')
  return store.transaction(async (tables) => {
    // One at a time: of two administrators who demote each other, the second must see what the first did.
    await tables.houseFacts.put('roles-changed-at', now)
    const before = await tables.users.find(userId)
    if (!before || before.guest) return fail('not-found')
    await tables.users.update(userId, { role })
    if ((await tables.users.countByRole('ADMIN')) === 0)
      return fail('conflict', { reason: 'last-administrator' })
    const detail = { from: before.role, to: role }
    await audit(tables, { actorId: actor.userId, verb: 'role-granted', userId, detail }, now)
    if (role === 'LEARNER') await stopTeaching(tables, { personId: userId, byId: actor.userId }, now)
    return ok(undefined)
  })
}

async function stopTeaching(
  tables: Tables,
  people: { personId: string; byId: string },
  now: number,
): Promise<void> {
  for (const { classId, role } of await tables.classMembers.listByUser(people.personId)) {
    if (role !== 'INSTRUCTOR') continue
    const classroom = await tables.classrooms.take(classId)
    if (classroom) await archiveUntaught(tables, { classroom, ...people }, now)
  }
}
