import { resetBody } from '@/lib/account/account-schemas'
import { resetPassword } from '@/lib/account/reset-password'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'anyone',
  summary:
    'Sets a new password by a one-time link. Every session, API token and linked sign-in of the account ends.',
  body: resetBody,
  limit: { name: 'reset', points: 20, seconds: 3_600 },
  handler: ({ store, body, now }) => resetPassword(store, body, now),
})
