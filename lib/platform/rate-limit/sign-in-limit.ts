import { fail, ok, type Result } from '@/lib/core/result'
import type { AttemptLimit } from '@/lib/store/attempt-counts'
import type { Store } from '@/lib/store/store'
import { attemptKey } from './take-from-limit'

const QUARTER_HOUR = 900

/** One address: a school has many forgetful people behind one, a guesser many accounts. */
const BY_ADDRESS: AttemptLimit = { name: 'sign-in-address', points: 100, seconds: QUARTER_HOUR }
/** One account from one address. */
const BY_PAIR: AttemptLimit = { name: 'sign-in-pair', points: 10, seconds: QUARTER_HOUR }
/** One account from everywhere. */
const BY_ACCOUNT: AttemptLimit = { name: 'sign-in-account', points: 50, seconds: QUARTER_HOUR }
/** One account from a browser that signed in to it before: the only count that applies there. */
const BY_DEVICE: AttemptLimit = { name: 'sign-in-device', points: 10, seconds: QUARTER_HOUR }

export type SignInAttempt = { email: string; address: string; knownDevice: string | null }

/**
 * Counts an attempt before the password is looked at, so that a thousand at once are a thousand. Every window ends
 * by itself, refused attempts lengthen none, and an owner's own browser is beyond the reach of strangers' attempts:
 * nobody is locked out for good. Unknown accounts are counted like known ones.
 */
export async function takeSignInAttempt(
  store: Store,
  { email, address, knownDevice }: SignInAttempt,
  now: number,
): Promise<Result<{ giveBack: () => Promise<void> }>> {
  const counts: [AttemptLimit, string][] =
    knownDevice === null
      ? [
          [BY_PAIR, attemptKey(`${email} ${address}`)],
          [BY_ADDRESS, attemptKey(address)],
          [BY_ACCOUNT, attemptKey(email)],
        ]
      : [[BY_DEVICE, attemptKey(`${email} ${knownDevice}`)]]
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
