import { copyAnswer } from '@/lib/authoring/deck-schemas'
import { acceptInvite } from '@/lib/authoring/members/accept-invite'
import { findInvite } from '@/lib/authoring/members/find-invite'
import { inviteAnswer, tokenParams } from '@/lib/authoring/members/member-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'What an invitation to write in a deck is to.',
  params: tokenParams,
  answer: inviteAnswer,
  limit: { name: 'invite-read', points: 60, seconds: 600 },
  handler: ({ store, actor, params, now }) => findInvite(store, actor, params, now),
})

export const POST = door({
  rule: 'account',
  summary: 'Becomes a co-author by an invitation.',
  params: tokenParams,
  answer: copyAnswer,
  limit: { name: 'invite-accept', points: 30, seconds: 600 },
  handler: ({ store, actor, params, now }) => acceptInvite(store, actor, params, now),
})
