import { answerTraceBody } from '@/lib/core/cells/trace-request'
import { door } from '@/lib/platform/door/door'
import { preflight } from '@/lib/platform/door/preflight'
import { answerOutcome, problemJson } from '@/lib/practice/answer-outcome'
import { CELL_LIMIT, CELL_LIMIT_SIGNED_IN, CELL_MAX_BYTES } from '@/lib/practice/cell-limits'
import { TRACE_CURL, traceAnswerSchema, traceBodySchema } from '@/lib/practice/cell-schemas'

export const OPTIONS = preflight

export const POST = door({
  rule: 'anyone',
  summary: 'Runs a recurrent cell and tells every quantity of every step; gradients and products on request.',
  isOpenToOtherSites: true,
  limit: CELL_LIMIT,
  limitSignedIn: CELL_LIMIT_SIGNED_IN,
  maxBytes: CELL_MAX_BYTES,
  body: traceBodySchema,
  answer: traceAnswerSchema,
  example: TRACE_CURL,
  handler: ({ body, locale }) => {
    const outcome = answerTraceBody(body)
    if (!outcome.ok || !Array.isArray(outcome.value)) return answerOutcome(outcome, locale)
    const items = outcome.value.map((item) =>
      'error' in item ? { error: problemJson(item.error, locale) } : item,
    )
    return answerOutcome({ ok: true, value: items }, locale)
  },
})
