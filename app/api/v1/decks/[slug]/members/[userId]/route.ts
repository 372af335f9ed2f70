import { changeMember } from '@/lib/authoring/members/change-member'
import { memberBody, memberParams } from '@/lib/authoring/members/member-schemas'
import { removeMember } from '@/lib/authoring/members/remove-member'
import { door } from '@/lib/platform/door/door'

export const PATCH = door({
  rule: 'account',
  scope: 'author',
  summary: 'Makes a co-author of a deck of yours an editor or a viewer.',
  params: memberParams,
  body: memberBody,
  handler: ({ store, actor, params, body, now }) => changeMember(store, actor, { ...params, ...body }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes a co-author out of a deck of yours, or leaves a deck as its co-author.',
  params: memberParams,
  handler: ({ store, actor, params, now }) => removeMember(store, actor, params, now),
})
