import type { Scope, SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import { newSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'
import { tokenView, type TokenView } from './token-view'

const MOST = 50

/** Its secret is in this answer and nowhere else. */
export async function makeToken(
  store: Store,
  actor: SignedIn,
  input: { name: string; scopes: Scope[]; expiresAt: number | null },
  now: number,
): Promise<Result<TokenView & { token: string }>> {
  if (!can(actor, 'account.manage', { userId: actor.userId }) || actor.guest) return fail('forbidden')
  const live = (await store.tokens.listByUser(actor.userId)).filter(({ revokedAt }) => revokedAt === null)
  if (live.length >= MOST) return fail('conflict', { reason: 'too-many-tokens' })
  const { secret, hash } = newSecret('unroll_')
  const { name, expiresAt } = input
  const scopes = [...new Set(input.scopes)]
  const row = { id: newId(now), userId: actor.userId, name, scopes, createdAt: now, expiresAt }
  return store.transaction(async (tables) => {
    await tables.tokens.create({ ...row, hash })
    const detail = { tokenId: row.id, scopes }
    await audit(tables, { actorId: actor.userId, verb: 'token-made', userId: actor.userId, detail }, now)
    return ok({ ...tokenView({ ...row, lastUsedAt: null }), token: secret })
  })
}
