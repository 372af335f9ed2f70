import { canSendMail } from '@/lib/platform/mail/send-mail'
import { getEnvironment } from '@/lib/platform/env'

export type SignInWays = { oidc: { name: string } | null; mail: boolean }

/** What the sign-in page can offer here beside a password. */
export function signInWays(): SignInWays {
  const { OIDC_ISSUER, OIDC_NAME } = getEnvironment()
  return { oidc: OIDC_ISSUER === undefined ? null : { name: OIDC_NAME }, mail: canSendMail() }
}
