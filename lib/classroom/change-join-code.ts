import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'
import { takeTaughtClass } from './find-class'
import { newJoinCode } from './new-join-code'

const DAY_MS = 86_400_000

export type JoinCode = { code: string; expiresAt: number }

/** Another code for so many days. The one before opens nothing from now on. */
export async function makeJoinCode(
  store: Store,
  actor: SignedIn,
  { id, days }: { id: string; days: number },
  now: number,
): Promise<Result<JoinCode>> {
  const made = { code: newJoinCode(), expiresAt: now + days * DAY_MS }
  return store.transaction(async (tables) => {
    const classroom = await takeTaughtClass(tables, actor, id)
    if (!classroom) return fail('not-found')
    if (classroom.archivedAt !== null) return fail('conflict', { reason: 'class-archived' })
    await tables.classrooms.update(id, { joinCode: made.code, joinExpiresAt: made.expiresAt })
    const told = { actorId: actor.userId, verb: 'class-code-made', classId: id } as const
    await audit(tables, { ...told, detail: { days } }, now)
    return ok(made)
  })
}

/** Nobody joins by code any more; who is in stays in. */
export async function revokeJoinCode(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    if (!(await takeTaughtClass(tables, actor, id))) return fail('not-found')
    await tables.classrooms.update(id, { joinCode: null, joinExpiresAt: null })
    await audit(tables, { actorId: actor.userId, verb: 'class-code-revoked', classId: id }, now)
    return ok(undefined)
  })
}
