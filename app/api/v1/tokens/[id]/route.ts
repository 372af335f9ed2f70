import { byId } from '@/lib/account/account-schemas'
import { revokeToken } from '@/lib/account/revoke-token'
import { door } from '@/lib/platform/door/door'

export const DELETE = door({
  rule: 'account',
  summary: 'Revokes an API token from the next request on.',
  params: byId,
  handler: ({ store, actor, params, now }) => revokeToken(store, actor, params, now),
})
