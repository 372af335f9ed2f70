import { door } from '@/lib/platform/door/door'
import { eventBatchSchema } from '@/lib/study/event-schema'
import { recordEvents } from '@/lib/study/record-events'
import { eventBatchAnswer } from '@/lib/study/study-answers'

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Answers and whatever else a learner did to cards, at most 200; each is answered for itself.',
  body: eventBatchSchema,
  answer: eventBatchAnswer,
  handler: ({ store, actor, body, learner, now }) =>
    recordEvents(store, actor, { batch: body, calendar: learner }, now),
})
