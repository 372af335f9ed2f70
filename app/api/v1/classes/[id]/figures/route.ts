import { classParams, figuresAnswer } from '@/lib/classroom/class-schemas'
import { getFigures } from '@/lib/classroom/get-figures'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'teach',
  summary: 'How a class that you teach does: who keeps up, hard cards, slips.',
  params: classParams,
  answer: figuresAnswer,
  limit: { name: 'class-figures', points: 120, seconds: 600 },
  handler: ({ store, actor, params, now }) => getFigures(store, actor, params, now),
})
