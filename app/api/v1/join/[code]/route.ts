import { codeParams, joinBody, madeAnswer, previewAnswer } from '@/lib/classroom/class-schemas'
import { joinClass } from '@/lib/classroom/join-class'
import { previewClass } from '@/lib/classroom/preview-class'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  summary: 'What a class is, before joining it by its code.',
  params: codeParams,
  answer: previewAnswer,
  handler: ({ store, actor, params, address, now }) =>
    previewClass(store, actor, { ...params, address }, now),
})

export const POST = door({
  rule: 'signed-in',
  summary: 'Joins a class by its code. The name is for guests, who have none yet.',
  params: codeParams,
  body: joinBody,
  answer: madeAnswer,
  handler: ({ store, actor, params, body, address, now }) =>
    joinClass(store, actor, { ...params, ...body, address }, now),
})
