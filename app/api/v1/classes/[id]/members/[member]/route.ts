import { memberParams, roleBody } from '@/lib/classroom/class-schemas'
import { grantClassRole } from '@/lib/classroom/grant-class-role'
import { removeMember } from '@/lib/classroom/remove-member'
import { door } from '@/lib/platform/door/door'

export const PATCH = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Makes a member of your class one of its instructors, or a learner again.',
  params: memberParams,
  body: roleBody,
  handler: ({ store, actor, params: { id, member }, body, now }) =>
    grantClassRole(store, actor, { id, memberId: member, ...body }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Removes a learner from your class.',
  params: memberParams,
  handler: ({ store, actor, params: { id, member }, now }) =>
    removeMember(store, actor, { id, memberId: member }, now),
})
