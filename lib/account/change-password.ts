import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { hashPassword } from '@/lib/platform/auth/password-hash'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'
import { checkNewPassword } from './check-new-password'
import { confirmPassword } from './confirm-password'

/** Ends every other session at once: whoever else knew the old password is out. */
export async function changePassword(
  store: Store,
  actor: SignedIn,
  input: { current: string; next: string },
  now: number,
): Promise<Result<{ endedSessions: number }>> {
  if (!can(actor, 'account.manage', { userId: actor.userId }) || !('sessionId' in actor.via))
    return fail('forbidden')
  const { sessionId } = actor.via
  const user = await store.users.get(actor.userId)
  if (user.email === null) return fail('forbidden', { reason: 'account-required' })
  const confirmed = await confirmPassword(store, user, input.current, now, 'current')
  if (!confirmed.ok) return confirmed
  const next = checkNewPassword(input.next, { email: user.email, name: user.name }, 'next')
  if (!next.ok) return next
  const passwordHash = await hashPassword(next.value)
  return store.transaction(async (tables) => {
    // Only over the hash that was confirmed: of two changes at once one is told to look again.
    if (!(await tables.users.replacePassword(user.id, user.passwordHash, passwordHash)))
      return fail('conflict')
    const endedSessions = await tables.sessions.revokeAll(user.id, now, sessionId)
    await tables.oneTimeLinks.spendAll('RESET_PASSWORD', user.id, now)
    await audit(tables, { actorId: user.id, verb: 'password-changed', userId: user.id }, now)
    return ok({ endedSessions })
  })
}
