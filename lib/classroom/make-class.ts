import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import { newJoinCode } from './new-join-code'

const DAY_MS = 86_400_000
/** A term's first weeks. */
const FIRST_CODE_DAYS = 30
const MOST_CLASSES = 200

/** A class with its maker as the first instructor and a code by which learners join for a month. */
export async function makeClass(
  store: Store,
  actor: SignedIn,
  { name, description }: { name: string; description: string },
  now: number,
): Promise<Result<{ id: string }>> {
  if (!can(actor, 'class.create', null)) return fail('forbidden', { reason: 'instructor-required' })
  const { userId } = actor
  if ((await store.classMembers.listByUser(userId)).length >= MOST_CLASSES)
    return fail('conflict', { reason: 'too-many-classes' })
  const id = newId(now)
  return store.transaction(async (tables) => {
    const code = { joinCode: newJoinCode(), joinExpiresAt: now + FIRST_CODE_DAYS * DAY_MS }
    await tables.classrooms.create({ id, name, description, createdAt: now, ...code })
    await tables.classMembers.create({ classId: id, userId, role: 'INSTRUCTOR', joinedAt: now })
    await audit(tables, { actorId: userId, verb: 'class-made', classId: id, detail: { name } }, now)
    return ok({ id })
  })
}
