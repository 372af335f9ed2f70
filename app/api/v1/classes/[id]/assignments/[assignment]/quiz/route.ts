import { assignmentParams } from '@/lib/classroom/class-schemas'
import { door } from '@/lib/platform/door/door'
import { getClassQuiz } from '@/lib/practice/quiz/get-class-quiz'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'A quiz that your class asks you to take, with your run of it.',
  params: assignmentParams,
  handler: ({ store, actor, params: { id, assignment }, locale, now }) =>
    getClassQuiz(store, actor, { classId: id, assignmentId: assignment, named: null, locale }, now),
})
