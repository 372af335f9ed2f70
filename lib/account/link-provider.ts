import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { audit } from './audit'

type Identity = { provider: string; subject: string; label: string }

/** A guest who links one has a way back in from anywhere, and so an account. */
export async function linkProvider(
  store: Store,
  actor: SignedIn,
  identity: Identity,
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'account.manage', { userId })) return fail('forbidden')
  const before = await store.signInAccounts.find(identity.provider, identity.subject)
  if (before)
    return before.userId === userId ? ok(undefined) : fail('conflict', { reason: 'linked-elsewhere' })
  try {
    return await store.transaction(async (tables) => {
      await tables.signInAccounts.create({
        ...identity,
        label: identity.label.slice(0, 200),
        userId,
        createdAt: now,
      })
      await tables.users.update(userId, { guest: false })
      await audit(tables, { actorId: userId, verb: 'provider-linked', userId }, now)
      return ok(undefined)
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail('conflict', { reason: 'linked-elsewhere' })
    throw error
  }
}
