import { classesAnswer, madeAnswer, makeBody } from '@/lib/classroom/class-schemas'
import { listClasses } from '@/lib/classroom/list-classes'
import { makeClass } from '@/lib/classroom/make-class'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'The classes that you teach or learn in.',
  answer: classesAnswer,
  handler: ({ store, actor }) => listClasses(store, actor),
})

export const POST = door({
  rule: 'instructor',
  scope: 'teach',
  summary: 'A class of yours, with a code by which learners join.',
  body: makeBody,
  answer: madeAnswer,
  limit: { name: 'class-make', points: 30, seconds: 3_600 },
  handler: ({ store, actor, body, now }) => makeClass(store, actor, body, now),
})
