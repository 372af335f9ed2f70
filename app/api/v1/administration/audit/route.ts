import { auditAnswer, auditQuery } from '@/lib/administration/administration-schemas'
import { listAudit } from '@/lib/administration/list-audit'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'administrator',
  summary: 'What was done by whom, the newest first.',
  query: auditQuery,
  answer: auditAnswer,
  handler: ({ store, actor, query }) => listAudit(store, actor, query),
})
