import { fail, ok, type Result } from '@/lib/core/result'
import { getEnvironment } from '@/lib/platform/env'
import { canSendMail, sendMail } from '@/lib/platform/mail/send-mail'
import { getLog } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limit/take-from-limit'
import type { Store } from '@/lib/store/store'
import { normaliseEmail } from './email-address'
import { openResetLink } from './open-reset-link'
import { resetMail } from './reset-mail'

/** Of one mailbox, whoever asks and from wherever: nobody's is filled, and nobody's last link is spent again and again. */
const BY_RECIPIENT = { name: 'reset-mail', points: 3, seconds: 3_600 }

/**
 * By mail, when the house sends any. The answer and its time say nothing of whether there is such an account: what
 * there is to do happens after it.
 */
export async function sendResetLink(
  store: Store,
  input: { email: string },
  now: number,
): Promise<Result<undefined>> {
  const { PUBLIC_URL } = getEnvironment()
  if (!canSendMail() || PUBLIC_URL === undefined) return fail('unavailable', { reason: 'no-mail' })
  const email = normaliseEmail(input.email)
  if (email === null) return fail('invalid', { reason: 'email-malformed', field: 'email' })
  // Addresses without an account are counted like the others.
  const taken = await takeFromLimit(store, BY_RECIPIENT, email, now)
  if (!taken.ok) return taken
  mailLink(store, email, PUBLIC_URL, now).catch((err: unknown) =>
    getLog().error({ err }, 'reset link not sent'),
  )
  return ok(undefined)
}

async function mailLink(store: Store, email: string, publicUrl: string, now: number): Promise<void> {
  const user = await store.users.findByEmail(email)
  if (!user) return
  const { token } = await openResetLink(store, { userId: user.id, actorId: null }, now)
  // Never from a header of the request: whoever forges one would be mailed somebody else's link.
  await sendMail(resetMail({ email, name: user.name, locale: user.locale }, `${publicUrl}/reset/${token}`))
}
