import { fail, ok, type Result } from '@/lib/core/result'
import { getEnvironment } from '@/lib/platform/env'
import { canSendMail, sendMail } from '@/lib/platform/mail/send-mail'
import { getLog } from '@/lib/platform/log'
import type { Store } from '@/lib/store/store'
import { normaliseEmail } from './email-address'
import { openResetLink } from './open-reset-link'
import { resetMail } from './reset-mail'

/**
 * By mail, when the house sends any. The answer and its time say nothing of whether there is such an account: what
 * there is to do happens after it.
 */
export function sendResetLink(store: Store, input: { email: string }, now: number): Result<undefined> {
  const { PUBLIC_URL } = getEnvironment()
  if (!canSendMail() || PUBLIC_URL === undefined) return fail('unavailable', { reason: 'no-mail' })
  const email = normaliseEmail(input.email)
  if (email === null) return fail('invalid', { reason: 'email-malformed', field: 'email' })
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
