import { z } from 'zod'
import { passwordBody } from '@/lib/account/account-schemas'
import { changePassword } from '@/lib/account/change-password'
import { door } from '@/lib/platform/door/door'

export const PUT = door({
  rule: 'account',
  summary: 'Changes the password and ends every other session.',
  body: passwordBody,
  answer: z.object({ endedSessions: z.number().int() }),
  handler: ({ store, actor, body, now }) => changePassword(store, actor, body, now),
})
