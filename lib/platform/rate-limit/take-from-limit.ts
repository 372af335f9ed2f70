import { fail, ok, type Result } from '@/lib/core/result'
import { getLimiter } from './get-limiter'

/** At most `points` in `seconds`, counted for a learner, or for an address when nobody is signed in. */
export type Limit = { name: string; points: number; seconds: number }

export async function takeFromLimit(limit: Limit, who: string): Promise<Result<undefined>> {
  const taken = await getLimiter(limit).take(who)
  if (taken.isAllowed) return ok(undefined)
  return fail('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(taken.waitMs / 1_000)) })
}
