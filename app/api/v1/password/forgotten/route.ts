import { forgottenBody } from '@/lib/account/account-schemas'
import { sendResetLink } from '@/lib/account/send-reset-link'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'anyone',
  summary: 'Mails a link for a new password, if there is such an account and the house sends mail.',
  body: forgottenBody,
  limit: { name: 'forgotten', points: 10, seconds: 3_600 },
  handler: ({ store, body, now }) => sendResetLink(store, body, now),
})
