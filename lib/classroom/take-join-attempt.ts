import { fail, ok, type Result } from '@/lib/core/result'
import { attemptKey } from '@/lib/platform/rate-limit/take-from-limit'
import type { AttemptLimit } from '@/lib/store/attempt-counts'
import type { Store } from '@/lib/store/store'

const QUARTER_HOUR = 900
/** A school has many people behind one address, and each may mistype. */
const BY_ADDRESS: AttemptLimit = { name: 'join-address', points: 60, seconds: QUARTER_HOUR }
const BY_PERSON: AttemptLimit = { name: 'join-person', points: 10, seconds: QUARTER_HOUR }

/**
 * Counts a look at a code before it is looked up. A code that was right is given back, so that a whole class can come in
 * at once from one room, while who guesses is stopped by both counts: new guests are cheap, addresses less so.
 */
export async function takeJoinAttempt(
  store: Store,
  { userId, address }: { userId: string | null; address: string },
  now: number,
): Promise<Result<{ giveBack: () => Promise<void> }>> {
  const counts: [AttemptLimit, string][] = [[BY_ADDRESS, attemptKey(address)]]
  if (userId !== null) counts.push([BY_PERSON, attemptKey(userId)])
  for (const [limit, key] of counts) {
    const { isAllowed, waitMs } = await store.attempts.take(limit, key, now)
    if (!isAllowed) return fail('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) })
  }
  return ok({
    async giveBack() {
      for (const [limit, key] of counts) await store.attempts.giveBack(limit, key)
    },
  })
}
