import { z } from 'zod'
import { ok } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'
import { getEnvironment } from '@/lib/platform/env'
import { canSendMail } from '@/lib/platform/mail/send-mail'

export const GET = door({
  rule: 'anyone',
  summary:
    'What the sign-in page can offer: the provider, if one is set up, and whether passwords are mailed.',
  answer: z.object({ oidc: z.object({ name: z.string() }).nullable(), mail: z.boolean() }),
  handler: () => {
    const { OIDC_ISSUER, OIDC_NAME } = getEnvironment()
    return ok({ oidc: OIDC_ISSUER === undefined ? null : { name: OIDC_NAME }, mail: canSendMail() })
  },
})
