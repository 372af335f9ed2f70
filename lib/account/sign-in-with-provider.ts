import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { openSession } from './open-session'

/**
 * Only an identity that its owner linked from the settings signs in. Never by e-mail address: what a provider says
 * of addresses is not proof of who owns an account here.
 */
export async function signInWithProvider(
  store: Store,
  input: { provider: string; subject: string; userAgent: string },
  now: number,
): Promise<Result<{ userId: string; sessionId: string }>> {
  const linked = await store.signInAccounts.find(input.provider, input.subject)
  if (!linked) return fail('sign-in-required', { reason: 'not-linked' })
  return store.transaction(async (tables) => {
    // A password reset that ran beside us has unlinked it.
    if (!(await tables.signInAccounts.hold(linked))) return fail('sign-in-required', { reason: 'not-linked' })
    const user = await tables.users.get(linked.userId)
    return ok({ userId: user.id, sessionId: await openSession(tables, user, input.userAgent, now) })
  })
}
