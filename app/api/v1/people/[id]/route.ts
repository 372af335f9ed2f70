import { byId, roleBody } from '@/lib/account/account-schemas'
import { grantRole } from '@/lib/account/grant-role'
import { door } from '@/lib/platform/door/door'

export const PATCH = door({
  rule: 'administrator',
  summary: 'Grants a role.',
  params: byId,
  body: roleBody,
  handler: ({ store, actor, params, body, now }) =>
    grantRole(store, actor, { userId: params.id, role: body.role }, now),
})
