import { slugParams } from '@/lib/authoring/deck-schemas'
import { listMembers } from '@/lib/authoring/members/list-members'
import { membersAnswer } from '@/lib/authoring/members/member-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'Who writes in a deck; for its co-authors.',
  params: slugParams,
  answer: membersAnswer,
  handler: ({ store, actor, params, now }) => listMembers(store, actor, params, now),
})
