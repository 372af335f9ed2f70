import { claimBody } from '@/lib/account/account-schemas'
import { claimAdministrator } from '@/lib/account/claim-administrator'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  summary: 'Becomes the administrator by the one-time link that the first start printed.',
  body: claimBody,
  limit: { name: 'claim', points: 20, seconds: 3_600 },
  handler: ({ store, actor, body, now }) => claimAdministrator(store, actor, body, now),
})
