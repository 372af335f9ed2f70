import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { audit } from './audit'
import { confirmPassword } from './confirm-password'
import { normaliseEmail } from './email-address'

export async function changeEmail(
  store: Store,
  actor: SignedIn,
  input: { email: string; password?: string | undefined },
  now: number,
): Promise<Result<{ email: string }>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  const email = normaliseEmail(input.email)
  if (email === null) return fail('invalid', { reason: 'email-malformed', field: 'email' })
  const user = await store.users.get(actor.userId)
  if (user.guest) return fail('forbidden', { reason: 'account-required' })
  const confirmed = await confirmPassword(store, user, input.password, now)
  if (!confirmed.ok) return confirmed
  try {
    return await store.transaction(async (tables) => {
      await tables.users.update(user.id, { email })
      // A link that waits in the old mailbox must not open the account any more.
      await tables.oneTimeLinks.spendAll('RESET_PASSWORD', user.id, now)
      await audit(tables, { actorId: user.id, verb: 'email-changed', userId: user.id }, now)
      return ok({ email })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('conflict', { reason: 'email-taken', field: 'email' })
    throw error
  }
}
