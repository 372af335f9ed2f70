import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { tokenView, type TokenView } from './token-view'

export async function listTokens(store: Store, actor: SignedIn): Promise<Result<TokenView[]>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  const rows = await store.tokens.listByUser(actor.userId)
  return ok(rows.filter(({ revokedAt }) => revokedAt === null).map(tokenView))
}
