import { beginToApply } from '@/lib/authoring/exchange/change-import'
import { importParams } from '@/lib/authoring/exchange/import-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Writes what an import’s preview shows: all of it or nothing.',
  params: importParams,
  status: 202,
  limit: { name: 'import-apply', points: 30, seconds: 600 },
  handler: ({ store, actor, params, learner, now }) =>
    beginToApply(store, actor, { ...params, calendar: learner }, now),
})
