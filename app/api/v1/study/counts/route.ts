import { door } from '@/lib/platform/door/door'
import { listDeckCounts } from '@/lib/study/list-deck-counts'
import { countsAnswer } from '@/lib/study/study-answers'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'What each enrolled deck has for today: new, learning and review cards.',
  answer: countsAnswer,
  handler: ({ store, actor, learner, now }) => listDeckCounts(store, actor, { calendar: learner }, now),
})
