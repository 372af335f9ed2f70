import { door } from '@/lib/platform/door/door'
import { listMastery } from '@/lib/practice/list-mastery'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'How well you have each skill, from your attempts, and what to practise next.',
  handler: ({ store, actor, now }) => listMastery(store, actor, undefined, now),
})
