import { door } from '@/lib/platform/door/door'
import { ATTEMPTS_LIMIT } from '@/lib/platform/rate-limit/learner-limits'
import { attemptBatchSchema } from '@/lib/practice/attempt-schema'
import { recordAttempts } from '@/lib/practice/record-attempts'

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Worked exercises, at most 50; each is judged again by the server and answered for itself.',
  body: attemptBatchSchema,
  limit: ATTEMPTS_LIMIT,
  handler: ({ store, actor, body, now }) => recordAttempts(store, actor, body, now),
})
