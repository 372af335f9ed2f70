import { markAnswersSeen } from '@/lib/authoring/reports/mark-answers-seen'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'signed-in',
  scope: 'study',
  summary: 'You have read the answers to your reports.',
  handler: ({ store, actor, now }) => markAnswersSeen(store, actor, undefined, now),
})
