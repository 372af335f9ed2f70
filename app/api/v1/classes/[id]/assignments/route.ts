import { assignmentBody, classParams, madeAnswer } from '@/lib/classroom/class-schemas'
import { makeAssignment } from '@/lib/classroom/make-assignment'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Gives a class of yours a deck or a quiz.',
  params: classParams,
  body: assignmentBody,
  answer: madeAnswer,
  handler: ({ store, actor, params, body, now }) =>
    makeAssignment(store, actor, { ...params, given: body }, now),
})
