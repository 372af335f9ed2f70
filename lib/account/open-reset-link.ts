import { newSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { audit } from './audit'

const DAY_MS = 24 * 60 * 60_000

/** A secret for /reset/<secret>, good once and for a day; it takes the place of earlier ones. */
export async function openResetLink(
  store: Store,
  { userId, actorId }: { userId: string; actorId: string | null },
  now: number,
): Promise<{ token: string; expiresAt: number }> {
  const { secret, hash } = newSecret()
  const expiresAt = now + DAY_MS
  await store.transaction(async (tables) => {
    await tables.oneTimeLinks.spendAll('RESET_PASSWORD', userId, now)
    await tables.oneTimeLinks.create({ hash, purpose: 'RESET_PASSWORD', userId, createdAt: now, expiresAt })
    await audit(tables, { actorId, verb: 'reset-link-made', userId }, now)
  })
  return { token: secret, expiresAt }
}
