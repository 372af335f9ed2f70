import { inviteParams } from '@/lib/authoring/members/member-schemas'
import { revokeInvite } from '@/lib/authoring/members/revoke-invite'
import { door } from '@/lib/platform/door/door'

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary: 'Revokes an invitation to write in a deck of yours.',
  params: inviteParams,
  handler: ({ store, actor, params, now }) => revokeInvite(store, actor, params, now),
})
