import { door } from '@/lib/platform/door/door'
import { getQuiz } from '@/lib/practice/quiz/get-quiz'
import { quizLinkSchema } from '@/lib/practice/quiz/quiz-schemas'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'The questions of a quiz, the same for everybody with its link, within what you may read.',
  params: quizLinkSchema,
  handler: ({ store, actor, params, now }) => getQuiz(store, actor, params, now),
})
