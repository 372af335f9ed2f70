import { door } from '@/lib/platform/door/door'
import { QUIZ_LIMIT } from '@/lib/platform/rate-limit/learner-limits'
import { listRuns } from '@/lib/practice/quiz/list-runs'
import { makeQuiz } from '@/lib/practice/quiz/make-quiz'
import { quizChoicesSchema } from '@/lib/practice/quiz/quiz-schemas'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'The quizzes that you took, the latest first, with what they came to.',
  handler: ({ store, actor, now }) => listRuns(store, actor, undefined, now),
})

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'Draws a quiz from the cells, skills and difficulty chosen; the answer has its link.',
  body: quizChoicesSchema,
  status: 201,
  limit: QUIZ_LIMIT,
  handler: ({ store, actor, body, now }) => makeQuiz(store, actor, body, now),
})
