import { newSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

const WEEK_MS = 7 * 24 * 60 * 60_000

/**
 * For the start: while the house has no administrator, a secret for /claim/<secret> that makes its opener one. Each
 * start makes a new one and spends those before. Null once somebody is administrator.
 */
export async function offerClaimLink(store: Store, now: number): Promise<string | null> {
  if ((await store.users.countByRole('ADMIN')) > 0) return null
  const { secret, hash } = newSecret()
  await store.transaction(async (tables) => {
    await tables.oneTimeLinks.spendAll('CLAIM_ADMIN', null, now)
    await tables.oneTimeLinks.create({
      hash,
      purpose: 'CLAIM_ADMIN',
      userId: null,
      createdAt: now,
      expiresAt: now + WEEK_MS,
    })
    await audit(tables, { actorId: null, verb: 'claim-link-made', userId: null }, now)
  })
  return secret
}
