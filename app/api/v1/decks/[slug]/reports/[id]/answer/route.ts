import { answerReport } from '@/lib/authoring/reports/answer-report'
import { answerBody, reportParams } from '@/lib/authoring/reports/report-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Answers a report; the card stays as it is.',
  params: reportParams,
  body: answerBody,
  handler: ({ store, actor, params, body, now }) => answerReport(store, actor, { ...params, ...body }, now),
})
