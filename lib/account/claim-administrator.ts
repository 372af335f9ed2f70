import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { hashSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

/** Whoever holds the link that the start printed becomes the house's administrator, once. */
export async function claimAdministrator(
  store: Store,
  actor: SignedIn,
  { token }: { token: string },
  now: number,
): Promise<Result<undefined>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  if (actor.guest) return fail('forbidden', { reason: 'account-required' })
  const hash = hashSecret(token)
  return store.transaction(async (tables) => {
    const isSpentNow = await tables.oneTimeLinks.use(hash, 'CLAIM_ADMIN', now)
    if (!isSpentNow) return fail('invalid', { reason: 'link-spent' })
    await tables.users.update(actor.userId, { role: 'ADMIN' })
    await audit(tables, { actorId: actor.userId, verb: 'administrator-claimed', userId: actor.userId }, now)
    return ok(undefined)
  })
}
