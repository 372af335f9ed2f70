import { answerDiagnoseBody } from '@/lib/core/cells/diagnose-request'
import { door } from '@/lib/platform/door/door'
import { preflight } from '@/lib/platform/door/preflight'
import { answerOutcome } from '@/lib/practice/answer-outcome'
import { CELL_LIMIT, CELL_LIMIT_SIGNED_IN, CELL_MAX_BYTES } from '@/lib/practice/cell-limits'
import { DIAGNOSE_CURL, diagnoseAnswerSchema, diagnoseBodySchema } from '@/lib/practice/cell-schemas'

export const OPTIONS = preflight

export const POST = door({
  rule: 'anyone',
  summary: 'Judges a learner’s answer for a quantity of a cell and names the slip.',
  isOpenToOtherSites: true,
  limit: CELL_LIMIT,
  limitSignedIn: CELL_LIMIT_SIGNED_IN,
  maxBytes: CELL_MAX_BYTES,
  body: diagnoseBodySchema,
  answer: diagnoseAnswerSchema,
  example: DIAGNOSE_CURL,
  handler: ({ body, locale }) => answerOutcome(answerDiagnoseBody(body), locale),
})
