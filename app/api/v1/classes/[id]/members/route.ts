import { classParams, membersAnswer } from '@/lib/classroom/class-schemas'
import { listMembers } from '@/lib/classroom/list-members'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'teach',
  summary: 'Who is in a class that you teach: names, no addresses.',
  params: classParams,
  answer: membersAnswer,
  handler: ({ store, actor, params }) => listMembers(store, actor, params),
})
