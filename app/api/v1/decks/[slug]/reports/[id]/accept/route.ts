import { acceptReport } from '@/lib/authoring/reports/accept-report'
import { acceptBody, reportParams } from '@/lib/authoring/reports/report-schemas'
import { door } from '@/lib/platform/door/door'
import { z } from 'zod'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes a report as right; a proposal becomes the note’s draft.',
  params: reportParams,
  body: acceptBody,
  answer: z.object({ isDrafted: z.boolean() }),
  handler: ({ store, actor, params, body, locale, now }) =>
    acceptReport(store, actor, { ...params, ...body, readerLocale: locale }, now),
})
