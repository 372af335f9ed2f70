import { houseCheckAnswer } from '@/lib/administration/administration-schemas'
import { beginCheck } from '@/lib/administration/checking/begin-check'
import { findCheck } from '@/lib/administration/checking/find-check'
import { currentTime } from '@/lib/platform/clock'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'administrator',
  summary: 'How far the check of the house is, or what the last one found.',
  answer: houseCheckAnswer,
  handler: ({ store, actor, now }) => findCheck(store, actor, undefined, now),
})

export const POST = door({
  rule: 'administrator',
  summary:
    'Begins, in a process beside the server, to fold every learner’s log again, to compare it with what is stored, and to let the database check its file. Changes nothing.',
  answer: houseCheckAnswer,
  limit: { name: 'house-check', points: 6, seconds: 600 },
  handler: ({ store, actor }) => beginCheck(store, actor, undefined, currentTime),
})
