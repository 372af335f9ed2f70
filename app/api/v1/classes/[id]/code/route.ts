import { makeJoinCode, revokeJoinCode } from '@/lib/classroom/change-join-code'
import { classParams, codeAnswer, codeBody } from '@/lib/classroom/class-schemas'
import { door } from '@/lib/platform/door/door'

export const PUT = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Another code to join by, for so many days; the one before opens nothing any more.',
  params: classParams,
  body: codeBody,
  answer: codeAnswer,
  handler: ({ store, actor, params, body, now }) => makeJoinCode(store, actor, { ...params, ...body }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Nobody joins by code any more; who is in stays in.',
  params: classParams,
  handler: ({ store, actor, params, now }) => revokeJoinCode(store, actor, params, now),
})
