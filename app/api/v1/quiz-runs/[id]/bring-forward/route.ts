import { door } from '@/lib/platform/door/door'
import { bringForward } from '@/lib/practice/quiz/bring-forward'
import { runIdSchema } from '@/lib/practice/quiz/quiz-schemas'

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Brings what was missed in a finished run into tomorrow’s review.',
  params: runIdSchema,
  handler: ({ store, actor, params, learner, now }) =>
    bringForward(store, actor, { ...params, calendar: learner }, now),
})
