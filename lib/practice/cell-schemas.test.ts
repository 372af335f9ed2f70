import { answerDiagnoseBody } from '@/lib/core/cells/diagnose-request'
import { answerTraceBody } from '@/lib/core/cells/trace-request'
import { expect, it } from 'vitest'
import { DIAGNOSE_CURL, diagnoseAnswerSchema, TRACE_CURL, traceAnswerSchema } from './cell-schemas'

const bodyOf = (curl: string): unknown => JSON.parse(/-d '(.*)'/.exec(curl)?.[1] ?? '')

it('describes commands that get the answers that it says, in the shape that it says', () => {
  const traced = answerTraceBody(bodyOf(TRACE_CURL))
  const diagnosed = answerDiagnoseBody(bodyOf(DIAGNOSE_CURL))
  if (!traced.ok || !diagnosed.ok) throw new Error('not answered')
  expect(TRACE_CURL).toContain(JSON.stringify(traced.value).slice(0, 150))
  expect(DIAGNOSE_CURL).toContain(JSON.stringify(diagnosed.value).slice(0, 130))
  expect(traceAnswerSchema.safeParse(traced.value).success).toBe(true)
  expect(diagnoseAnswerSchema.safeParse(diagnosed.value).success).toBe(true)
})
