import { hashSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'

/** Whether this link still makes its opener the administrator. Asking does not spend it. */
export async function isClaimOpen(store: Store, token: string, now: number): Promise<boolean> {
  const link = await store.oneTimeLinks.find(hashSecret(token))
  return link?.purpose === 'CLAIM_ADMIN' && link.usedAt === null && link.expiresAt > now
}
