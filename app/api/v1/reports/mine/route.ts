import { listOwnReports } from '@/lib/authoring/reports/list-own-reports'
import { ownReportsAnswer } from '@/lib/authoring/reports/report-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'What you reported, and what became of it.',
  answer: ownReportsAnswer,
  handler: ({ store, actor }) => listOwnReports(store, actor),
})
