import { fail, ok, type Result } from '@/lib/core/result'
import { isPassword } from '@/lib/platform/auth/password-hash'
import { takeFromLimit } from '@/lib/platform/rate-limit/take-from-limit'
import type { Store } from '@/lib/store/store'

/** A session left open on a shared computer must not be enough to guess the password from. */
const LIMIT = { name: 'confirm-password', points: 10, seconds: 900 }

/** Asked again before what cannot be taken back. An account without a password (OIDC only) has none to ask for. */
export async function confirmPassword(
  store: Store,
  user: { id: string; passwordHash: string | null },
  password: string | undefined,
  now: number,
  field = 'password',
): Promise<Result<undefined>> {
  if (user.passwordHash === null) return ok(undefined)
  const taken = await takeFromLimit(store, LIMIT, user.id, now)
  if (!taken.ok) return taken
  const isRight = await isPassword(password ?? '', user.passwordHash)
  return isRight ? ok(undefined) : fail('invalid', { reason: 'wrong-password', field })
}
