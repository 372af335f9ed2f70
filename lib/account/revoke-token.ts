import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

/** From the next request on. */
export async function revokeToken(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
  now: number,
): Promise<Result<undefined>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  return store.transaction(async (tables) => {
    if (!(await tables.tokens.revoke(actor.userId, id, now))) return fail('not-found')
    const detail = { tokenId: id }
    await audit(tables, { actorId: actor.userId, verb: 'token-revoked', userId: actor.userId, detail }, now)
    return ok(undefined)
  })
}
