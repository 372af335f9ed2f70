import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'
import { enrolInAssigned } from './enrol-in-assigned'
import { findByCode, isOpen, type CodeInput } from './find-by-code'

const MOST_MEMBERS = 1_000

/**
 * A learner comes in by a code, and studies from now on the decks that have begun. `name` is what the instructors will
 * read of a guest, who has none of their own yet. Joining again changes nothing.
 */
export async function joinClass(
  store: Store,
  actor: SignedIn,
  { name, ...input }: CodeInput & { name?: string | undefined },
  now: number,
): Promise<Result<{ id: string }>> {
  if (!can(actor, 'class.join', null)) return fail('forbidden', { reason: 'session-required' })
  const found = await findByCode(store, actor, input, now)
  if (!found.ok) return found
  const { id, joinCode } = found.value
  const { userId } = actor
  return store.transaction(async (tables) => {
    const classroom = await tables.classrooms.take(id)
    // Revoked, or replaced by another, since it was looked up.
    if (!classroom || classroom.joinCode !== joinCode || !isOpen(classroom, now))
      return fail('not-found', { reason: 'code-unknown' })
    if (await tables.classMembers.find(id, userId)) return ok({ id })
    if ((await tables.classMembers.count(id)) >= MOST_MEMBERS)
      return fail('conflict', { reason: 'class-full' })
    if (actor.guest && name !== undefined) await tables.users.update(userId, { name })
    await tables.classMembers.create({ classId: id, userId, role: 'LEARNER', joinedAt: now })
    await enrolInAssigned(tables, { classId: id, userIds: [userId] }, now)
    await audit(tables, { actorId: userId, verb: 'class-joined', classId: id, personId: userId }, now)
    return ok({ id })
  })
}
