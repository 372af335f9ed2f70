/** The public API's request and answer for a diagnosis: POST /api/v1/cells/diagnose. */
import type { Slip } from './cell'
import { DEFAULT_TOLERANCE, diagnose, type Diagnosis } from './diagnose/diagnose'
import type { Entry } from './diagnose/own-values'
import type { TypedAnswer } from './diagnose/typed-answer'
import type { Trace } from './forward'
import { isRecord } from './numbers'
import { done, refuse, type Outcome } from './problem'
import { LARGEST_WORK, parseTraceRequest, runFinite, TRACE_FIELDS, workOf } from './trace-request'

const DIAGNOSE_FIELDS = [...TRACE_FIELDS, 'step', 'quantity', 'index', 'answer', 'tolerance', 'earlier']
const MOST_EARLIER_ENTRIES = 1024

export type DiagnoseRequest = {
  slips: Slip[]
  trace: Trace
  step: number // from 0
  quantity: string
  indices: number[]
  answers: TypedAnswer[]
  tolerance: number
  earlier: Entry[]
}

/** Checks a request, as parsed from JSON, and runs its network. */
export function parseDiagnoseRequest(json: unknown): Outcome<DiagnoseRequest> {
  const request = parseTraceRequest(json, DIAGNOSE_FIELDS)
  if (!request.ok) return request
  if (workOf(request.value) > LARGEST_WORK) {
    return refuse('too_large', `T·H·(H+I) is at most ${LARGEST_WORK}.`, `T·H·(H+I) 最多为 ${LARGEST_WORK}。`)
  }
  const ran = runFinite(request.value.network)
  if (!ran.ok) return ran
  const trace = ran.value
  const fields = isRecord(json) ? json : {}
  const place = readPlace(trace, fields, '')
  if (!place.ok) return place
  const { step, quantity, size } = place.value
  const asked = readIndices(fields.index, size)
  if (!asked.ok) return asked
  const answers = readAnswers(fields.answer, asked.value.length, fields.index !== undefined, 'answer')
  if (!answers.ok) return answers
  const { tolerance = DEFAULT_TOLERANCE } = fields
  if (typeof tolerance !== 'number' || !(tolerance > 0 && tolerance <= 1)) {
    return refuse(
      'out_of_range',
      'tolerance is above 0 and at most 1.',
      'tolerance 应大于 0 且不超过 1。',
      'tolerance',
    )
  }
  const earlier = readEarlier(trace, fields.earlier)
  if (!earlier.ok) return earlier
  const { H, I } = trace.sizes
  if (earlier.value.length * H * (H + I) > LARGEST_WORK / 4) {
    return refuse(
      'too_large',
      `earlier has too many entries for this size: their number times H·(H+I) is at most ${LARGEST_WORK / 4}.`,
      `以这样的规模，earlier 的条目太多：条目数乘以 H·(H+I) 最多为 ${LARGEST_WORK / 4}。`,
      'earlier',
    )
  }
  return done({
    slips: request.value.chosen.cell.slips(request.value.chosen.options),
    trace,
    step,
    quantity,
    indices: asked.value,
    answers: answers.value,
    tolerance,
    earlier: earlier.value,
  })
}

/** Checks and answers a body. */
export function answerDiagnoseBody(body: unknown): Outcome<Diagnosis> {
  const request = parseDiagnoseRequest(body)
  return request.ok ? done(diagnose(request.value)) : request
}

function readPlace(
  trace: Trace,
  fields: Record<string, unknown>,
  prefix: string,
): Outcome<{ step: number; quantity: string; size: number }> {
  const { step, quantity } = fields
  const T = trace.steps.length
  if (typeof step !== 'number' || !Number.isInteger(step) || step < 1 || step > T) {
    return refuse(
      'out_of_range',
      `${prefix}step is from 1 to ${T}.`,
      `${prefix}step 应在 1 到 ${T} 之间。`,
      `${prefix}step`,
    )
  }
  const known = trace.form.quantities.map(({ id }) => id)
  if (typeof quantity !== 'string' || !known.includes(quantity)) {
    return refuse(
      'unknown_quantity',
      `${prefix}quantity is one of ${known.join(', ')}.`,
      `${prefix}quantity 应是 ${known.join('、')} 之一。`,
      `${prefix}quantity`,
    )
  }
  return done({ step: step - 1, quantity, size: trace.steps[step - 1][quantity].length })
}

function readIndices(index: unknown, size: number): Outcome<number[]> {
  if (index === undefined || index === null) return done(Array.from({ length: size }, (_, k) => k))
  return typeof index === 'number' && Number.isInteger(index) && index >= 0 && index < size
    ? done([index])
    : refuse('out_of_range', `index is from 0 to ${size - 1}.`, `index 应在 0 到 ${size - 1} 之间。`, 'index')
}

/** A number, the text of one box, or a list of either; a whole vector may also be one text. */
function readAnswers(answer: unknown, count: number, isOne: boolean, at: string): Outcome<TypedAnswer[]> {
  if (answer === undefined || answer === null) return done(new Array<TypedAnswer>(count).fill(''))
  if (typeof answer === 'string') {
    if (count === 1) return done([answer])
    const parts = boxesOf(answer)
    if (parts.length === 0) return done(new Array<TypedAnswer>(count).fill(''))
    return done(parts.length === count ? parts : new Array<TypedAnswer>(count).fill('?'))
  }
  if (typeof answer === 'number' && count === 1) return done([answer])
  if (Array.isArray(answer) && answer.length === count && !(isOne && at === 'answer')) {
    const entries = answer.map((entry: unknown) => (entry === null ? '' : entry))
    if (entries.every((entry) => typeof entry === 'number' || typeof entry === 'string')) return done(entries)
  }
  return refuse(
    'bad_shape',
    count === 1
      ? `${at} is a number, or the text as typed.`
      : `${at} is a list of ${count} numbers, or of texts as typed.`,
    count === 1 ? `${at} 应是一个数，或原样的文字。` : `${at} 应是 ${count} 个数（或原样的文字）组成的列表。`,
    at,
  )
}

/** "[0.1, 0.2]", "0.1; 0.2", "0,1 0,2": what separates is whatever is not inside a number. */
function boxesOf(text: string): string[] {
  const inner = text
    .normalize('NFKC')
    .trim()
    .replace(/^[[(]|[\])]$/g, '')
  const separator = /[;\n]/.test(inner) ? /[;\n]/ : /,\s/.test(inner) ? /,\s+/ : /\s+/
  return inner
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function readEarlier(trace: Trace, earlier: unknown): Outcome<Entry[]> {
  if (earlier === undefined || earlier === null) return done([])
  if (!Array.isArray(earlier) || earlier.length > MOST_EARLIER_ENTRIES) {
    return refuse(
      'bad_shape',
      'earlier is a list of entries.',
      'earlier 应是由若干填写组成的列表。',
      'earlier',
    )
  }
  const entries: Entry[] = []
  for (let k = 0; k < earlier.length; k++) {
    const at = `earlier[${k}].`
    const given: unknown = earlier[k]
    if (!isRecord(given))
      return refuse('bad_shape', `earlier[${k}] is an object.`, `earlier[${k}] 应是一个对象。`)
    const place = readPlace(trace, given, at)
    if (!place.ok) return place
    const answers = readAnswers(given.answer, place.value.size, false, `${at}answer`)
    if (!answers.ok) return answers
    entries.push({ step: place.value.step, quantity: place.value.quantity, answer: answers.value })
  }
  return done(entries)
}
