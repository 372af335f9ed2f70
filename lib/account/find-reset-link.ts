import { hashSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import type { UserRow } from '@/lib/store/users'

/** Whose password it would set; null when there is no such link, or it was used or is too old. */
export async function findResetLink(store: Store, token: string, now: number): Promise<UserRow | null> {
  const link = await store.oneTimeLinks.find(hashSecret(token))
  const isOpen = link?.purpose === 'RESET_PASSWORD' && link.usedAt === null && link.expiresAt > now
  return isOpen && link.userId !== null ? store.users.find(link.userId) : null
}
