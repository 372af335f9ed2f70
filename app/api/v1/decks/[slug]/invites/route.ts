import { slugParams } from '@/lib/authoring/deck-schemas'
import { inviteMember } from '@/lib/authoring/members/invite-member'
import { inviteBody, inviteMadeAnswer } from '@/lib/authoring/members/member-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'A link that makes whoever opens it a co-author of a deck of yours, once.',
  params: slugParams,
  body: inviteBody,
  answer: inviteMadeAnswer,
  status: 201,
  limit: { name: 'deck-invite', points: 60, seconds: 3600 },
  handler: ({ store, actor, params, body, now }) => inviteMember(store, actor, { ...params, ...body }, now),
})
