import { door } from '@/lib/platform/door/door'
import { getRun } from '@/lib/practice/quiz/get-run'
import { runAnswersSchema, runIdSchema } from '@/lib/practice/quiz/quiz-schemas'
import { saveAnswers } from '@/lib/practice/quiz/save-answers'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'A run of yours: its answers, and once it is finished what was right.',
  params: runIdSchema,
  handler: ({ store, actor, params, locale, now }) => getRun(store, actor, { ...params, locale }, now),
})

export const PUT = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Begins a run of a quiz, or adds answers to it; the latest answer to a question counts.',
  params: runIdSchema,
  body: runAnswersSchema,
  handler: ({ store, actor, params, body, locale, now }) =>
    saveAnswers(store, actor, { ...params, sent: body, locale }, now),
})
