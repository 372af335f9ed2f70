import type { Store } from '@/lib/store/store'
import { normaliseEmail } from './email-address'
import { openResetLink } from './open-reset-link'

/** For `npm run reset-password -- <e-mail>` at the server's console. Null when there is no such account. */
export async function resetLinkForEmail(store: Store, written: string, now: number): Promise<string | null> {
  const email = normaliseEmail(written)
  const user = email === null ? null : await store.users.findByEmail(email)
  if (!user) return null
  return (await openResetLink(store, { userId: user.id, actorId: null }, now)).token
}
