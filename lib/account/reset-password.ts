import { fail, ok, type Result } from '@/lib/core/result'
import { hashPassword } from '@/lib/platform/auth/password-hash'
import { hashSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'
import { checkNewPassword } from './check-new-password'
import { findResetLink } from './find-reset-link'

/**
 * By the link, once. Every session, API token and linked sign-in goes: the owner may be taking the account back, and
 * whoever was in it could have left themselves any of the three.
 */
export async function resetPassword(
  store: Store,
  { token, password }: { token: string; password: string },
  now: number,
): Promise<Result<undefined>> {
  const hash = hashSecret(token)
  const user = await findResetLink(store, token, now)
  if (!user) return fail('invalid', { reason: 'link-spent' })
  const next = checkNewPassword(password, { email: user.email ?? '', name: user.name })
  if (!next.ok) return next
  const passwordHash = await hashPassword(next.value)
  return store.transaction(async (tables) => {
    if (!(await tables.oneTimeLinks.use(hash, 'RESET_PASSWORD', now)))
      return fail('invalid', { reason: 'link-spent' })
    await tables.users.update(user.id, { passwordHash })
    await tables.sessions.revokeAll(user.id, now)
    await tables.tokens.revokeAll(user.id, now)
    await tables.signInAccounts.deleteAll(user.id)
    await audit(tables, { actorId: user.id, verb: 'password-reset', userId: user.id }, now)
    return ok(undefined)
  })
}
