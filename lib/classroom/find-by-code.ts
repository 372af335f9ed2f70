import type { Actor } from '@/lib/core/access/actor'
import { readJoinCode } from '@/lib/core/classroom/join-code'
import { fail, ok, type Result } from '@/lib/core/result'
import type { ClassroomRow } from '@/lib/store/classrooms'
import type { Store } from '@/lib/store/store'
import { takeJoinAttempt } from './take-join-attempt'

export type CodeInput = { code: string; address: string }

/** The class that a code opens now. Unknown, revoked, expired and of an archived class are one answer. */
export async function findByCode(
  store: Store,
  actor: Actor,
  { code, address }: CodeInput,
  now: number,
): Promise<Result<ClassroomRow>> {
  const attempt = await takeJoinAttempt(
    store,
    { userId: actor.kind === 'user' ? actor.userId : null, address },
    now,
  )
  if (!attempt.ok) return attempt
  const read = readJoinCode(code)
  const found = read === null ? null : await store.classrooms.findByCode(read)
  if (found === null || !isOpen(found, now)) return fail('not-found', { reason: 'code-unknown' })
  await attempt.value.giveBack()
  return ok(found)
}

export const isOpen = ({ joinCode, joinExpiresAt, archivedAt }: ClassroomRow, now: number): boolean =>
  joinCode !== null && archivedAt === null && joinExpiresAt !== null && joinExpiresAt > now
