import { door } from '@/lib/platform/door/door'
import { finishRun } from '@/lib/practice/quiz/finish-run'
import { runIdSchema } from '@/lib/practice/quiz/quiz-schemas'

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Ends a run of yours and judges it.',
  params: runIdSchema,
  handler: ({ store, actor, params, locale, now }) => finishRun(store, actor, { ...params, locale }, now),
})
