import { learnerAnswer, learnerParams } from '@/lib/classroom/class-schemas'
import { getLearner } from '@/lib/classroom/get-learner'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'teach',
  summary: 'What one learner did with what your class was asked, since joining.',
  params: learnerParams,
  answer: learnerAnswer,
  limit: { name: 'class-learner', points: 300, seconds: 600 },
  handler: ({ store, actor, params: { id, learner }, now }) =>
    getLearner(store, actor, { id, learnerId: learner }, now),
})
