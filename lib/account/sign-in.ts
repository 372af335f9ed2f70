import { fail, ok, type Result } from '@/lib/core/result'
import { isPassword } from '@/lib/platform/auth/password-hash'
import type { Store } from '@/lib/store/store'
import { normaliseEmail } from './email-address'
import { openSession } from './open-session'

/** Wrong password, unknown account and account without a password are one answer and take one time. */
export async function signIn(
  store: Store,
  input: { email: string; password: string; userAgent: string },
  now: number,
): Promise<Result<{ userId: string; sessionId: string }>> {
  const email = normaliseEmail(input.email)
  const user = email === null ? null : await store.users.findByEmail(email)
  const isRight = await isPassword(input.password, user?.passwordHash ?? null)
  if (!user || !isRight) return fail('sign-in-required', { reason: 'wrong-sign-in' })
  return store.transaction(async (tables) => {
    // The password may have been changed while this one was hashed: that change ended every session.
    if (!(await tables.users.holdPassword(user.id, user.passwordHash)))
      return fail('sign-in-required', { reason: 'wrong-sign-in' })
    return ok({ userId: user.id, sessionId: await openSession(tables, user, input.userAgent, now) })
  })
}
