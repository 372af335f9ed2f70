import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

/** Not the last way in: a password comes first. */
export async function unlinkProvider(
  store: Store,
  actor: SignedIn,
  { provider }: { provider: string },
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'account.manage', { userId })) return fail('forbidden')
  return store.transaction(async (tables) => {
    if (!(await tables.signInAccounts.delete(userId, provider))) return fail('not-found')
    const user = await tables.users.get(userId)
    const left = await tables.signInAccounts.listByUser(userId)
    if (user.passwordHash === null && left.length === 0) return fail('conflict', { reason: 'last-way-in' })
    await audit(tables, { actorId: userId, verb: 'provider-unlinked', userId }, now)
    return ok(undefined)
  })
}
