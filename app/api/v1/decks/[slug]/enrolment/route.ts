import { enrolmentAnswer, enrolmentBody, slugParams } from '@/lib/authoring/deck-schemas'
import { enrol } from '@/lib/authoring/enrol'
import { leave } from '@/lib/authoring/leave'
import { door } from '@/lib/platform/door/door'

export const PUT = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Studies a deck from now on, under a preset of yours (your first when none is named).',
  params: slugParams,
  body: enrolmentBody,
  answer: enrolmentAnswer,
  handler: ({ store, actor, params, body, now }) => enrol(store, actor, { ...params, ...body }, now),
})

export const DELETE = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Stops studying a deck; every answer and memory stays.',
  params: slugParams,
  handler: ({ store, actor, params }) => leave(store, actor, params),
})
