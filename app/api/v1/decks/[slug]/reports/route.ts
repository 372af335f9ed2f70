import { slugParams } from '@/lib/authoring/deck-schemas'
import { listReports } from '@/lib/authoring/reports/list-reports'
import { reportsAnswer, reportsQuery } from '@/lib/authoring/reports/report-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'What learners report of a deck’s cards; for those who write it.',
  params: slugParams,
  query: reportsQuery,
  answer: reportsAnswer,
  handler: ({ store, actor, params, query }) => listReports(store, actor, { ...params, ...query }),
})
