import { z } from 'zod'
import { emailBody } from '@/lib/account/account-schemas'
import { changeEmail } from '@/lib/account/change-email'
import { door } from '@/lib/platform/door/door'

export const PUT = door({
  rule: 'account',
  summary: 'Changes the e-mail address that signs in.',
  body: emailBody,
  answer: z.object({ email: z.string() }),
  handler: ({ store, actor, body, now }) => changeEmail(store, actor, body, now),
})
