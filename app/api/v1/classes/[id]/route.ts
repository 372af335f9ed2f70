import { changeClass } from '@/lib/classroom/change-class'
import { changeBody, classAnswer, classParams } from '@/lib/classroom/class-schemas'
import { getClass } from '@/lib/classroom/get-class'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'A class that you are in, and what it asks; its code, if you teach it.',
  params: classParams,
  answer: classAnswer,
  handler: ({ store, actor, params, now }) => getClass(store, actor, params, now),
})

export const PATCH = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Renames, describes, archives or reopens a class that you teach.',
  params: classParams,
  body: changeBody,
  handler: ({ store, actor, params, body, now }) => changeClass(store, actor, { ...params, ...body }, now),
})
