/** The public API's request and answer for a trace: POST /api/v1/cells/trace. */
import { buildNetwork } from './build-network'
import { chooseCell } from './choose-cell'
import { runNetwork, type Network, type Trace } from './forward'
import { gradientsOf } from './gradients'
import { gradientsJson } from './gradients-json'
import { LAYOUTS, type ChosenCell, type LayoutName } from './layouts/layout'
import { isRecord } from './numbers'
import { productsOf, type DotProduct } from './products'
import { done, refuse, type Outcome, type Problem } from './problem'

export type TraceRequest = {
  chosen: ChosenCell
  layout: LayoutName
  network: Network
  wantsGradients: boolean
  wantsProducts: boolean
}

export type TraceAnswer = {
  steps: Record<string, number[]>[]
  gradients?: Record<string, unknown>
  products?: Record<string, DotProduct>[]
}

/** Products are told only up to this H. */
const LARGEST_H_WITH_PRODUCTS = 8

export const TRACE_FIELDS = ['cell', 'options', 'weights', 'x', 'h0', 'C0', 'y0', 'gradients', 'products']

/** Checks a request, as parsed from JSON, and builds its network. `known` names the fields that it may have. */
export function parseTraceRequest(
  json: unknown,
  known: readonly string[] = TRACE_FIELDS,
): Outcome<TraceRequest> {
  if (!isRecord(json)) return refuse('bad_shape', 'A request is an object.', '请求应是一个对象。')
  const stray = Object.keys(json).find((name) => !known.includes(name))
  if (stray !== undefined) {
    return refuse(
      'unexpected',
      `${stray} is not a field of this request.`,
      `请求中没有 ${stray} 这个字段。`,
      stray,
    )
  }
  for (const flag of ['gradients', 'products']) {
    if (json[flag] !== undefined && typeof json[flag] !== 'boolean') {
      return refuse('bad_shape', `${flag} is true or false.`, `${flag} 只能是 true 或 false。`, flag)
    }
  }
  const chosen = chooseCell(json.cell, json.options)
  if (!chosen.ok) return chosen
  const { weights } = json
  if (!isRecord(weights)) {
    return refuse('missing', 'weights must be an object.', 'weights 应是一个对象。', 'weights')
  }
  const layout = LAYOUTS.find((name) => name === weights.layout)
  if (layout === undefined) {
    return refuse(
      'unknown_layout',
      `weights.layout is one of ${LAYOUTS.join(', ')}.`,
      `weights.layout 应是 ${LAYOUTS.join('、')} 之一。`,
      'weights.layout',
    )
  }
  const network = buildNetwork(chosen.value, {
    layout,
    weights,
    x: json.x,
    initial: { h0: json.h0, C0: json.C0, y0: json.y0 },
  })
  if (!network.ok) return network
  const initials = network.value.form.states.map(({ initial }) => initial)
  const foreign = ['h0', 'C0', 'y0'].find(
    (name) => !initials.includes(name) && json[name] !== undefined && json[name] !== null,
  )
  if (foreign !== undefined) {
    return refuse(
      'unexpected',
      `This cell has no ${foreign}; it starts from ${initials.join(', ')}.`,
      `该单元没有 ${foreign}，它的初始状态是 ${initials.join('、')}。`,
      foreign,
    )
  }
  return done({
    chosen: chosen.value,
    layout,
    network: network.value,
    wantsGradients: json.gradients === true,
    wantsProducts: json.products === true,
  })
}

/** How much work a request is: T·H·(H+I). A call may ask for LARGEST_WORK in all. */
export const workOf = ({ network: { sizes, x } }: { network: Network }): number =>
  x.length * sizes.H * (sizes.H + sizes.I)

export const LARGEST_WORK = 2_000_000

/** Runs a network; numbers that overflow are a problem, not an answer. */
export function runFinite(network: Network): Outcome<Trace> {
  const trace = runNetwork(network)
  const isFinite = trace.steps.every((step) =>
    Object.values(step).every((value) => value.every(Number.isFinite)),
  )
  return isFinite ? done(trace) : notFinite()
}

const notFinite = () =>
  refuse(
    'not_finite',
    'These weights and inputs overflow: some result is not a finite number.',
    '这些权重和输入会溢出：有的结果不是有限的数。',
  )

/** Answers one checked request. */
export function answerTrace(request: TraceRequest): Outcome<TraceAnswer> {
  const ran = runFinite(request.network)
  if (!ran.ok) return ran
  const trace = ran.value
  const answer: TraceAnswer = {
    steps: trace.steps.map((step) =>
      Object.fromEntries(Object.entries(step).map(([name, value]) => [name, Array.from(value)])),
    ),
  }
  if (request.wantsGradients) {
    const gradients = gradientsJson(request.chosen, request.layout, trace, gradientsOf(trace))
    if (!gradients.ok) return gradients
    if (!isAllFinite(gradients.value)) return notFinite()
    answer.gradients = gradients.value
  }
  if (request.wantsProducts) {
    if (trace.sizes.H > LARGEST_H_WITH_PRODUCTS) return refuseProducts()
    answer.products = trace.steps.map((_, t) => productsOf(trace, t))
  }
  return done(answer)
}

const refuseProducts = () =>
  refuse(
    'too_large',
    `Products are told for one request at a time, with H at most ${LARGEST_H_WITH_PRODUCTS}.`,
    `只有单个请求且 H 不超过 ${LARGEST_H_WITH_PRODUCTS} 时才给出每个乘积。`,
    'products',
  )

const isAllFinite = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isAllFinite)
    : typeof value === 'number'
      ? Number.isFinite(value)
      : isRecord(value)
        ? Object.values(value).every(isAllFinite)
        : true

export const LARGEST_BATCH = 100

/**
 * Answers a whole body: one request, or a list of up to 100, item by item. The outer problem is the whole call's
 * (too many items, too much work in all).
 */
export function answerTraceBody(body: unknown): Outcome<TraceAnswer | (TraceAnswer | { error: Problem })[]> {
  if (!Array.isArray(body)) {
    const request = parseTraceRequest(body)
    if (!request.ok) return request
    return workOf(request.value) > LARGEST_WORK ? tooMuchWork() : answerTrace(request.value)
  }
  if (body.length > LARGEST_BATCH) {
    return refuse(
      'too_large',
      `At most ${LARGEST_BATCH} requests a call.`,
      `一次最多 ${LARGEST_BATCH} 个请求。`,
    )
  }
  const requests = body.map((item) => parseTraceRequest(item))
  const work = requests.reduce((sum, request) => sum + (request.ok ? workOf(request.value) : 0), 0)
  if (work > LARGEST_WORK) return tooMuchWork()
  return done(
    requests.map((request) => {
      if (!request.ok) return { error: request.problem }
      const answer = request.value.wantsProducts ? refuseProducts() : answerTrace(request.value)
      return answer.ok ? answer.value : { error: answer.problem }
    }),
  )
}

const tooMuchWork = () =>
  refuse(
    'too_large',
    `The sum of T·H·(H+I) over a call is at most ${LARGEST_WORK}.`,
    `一次调用中 T·H·(H+I) 之和最多为 ${LARGEST_WORK}。`,
  )
