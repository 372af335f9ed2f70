import { createHash } from 'node:crypto'
import { fail, ok, type Result } from '@/lib/core/result'
import type { AttemptLimit } from '@/lib/store/attempt-counts'
import type { Store } from '@/lib/store/store'

export async function takeFromLimit(
  store: Store,
  limit: AttemptLimit,
  who: string,
  now: number,
): Promise<Result<undefined>> {
  const { isAllowed, waitMs } = await store.attempts.take(limit, attemptKey(who), now)
  if (isAllowed) return ok(undefined)
  return fail('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)) })
}

/** Counters keep nobody's address or e-mail. */
export function attemptKey(who: string): string {
  return createHash('sha256').update(who).digest('base64url').slice(0, 32)
}
