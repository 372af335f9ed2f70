/**
 * Follow-through: what is right for the entries that a learner has already made. Only a plausible entry counts, so
 * that typing zeros earns nothing.
 */
import type { Quantity, Slip } from '../cell'
import { runNetwork, scopeOf, type Trace } from '../forward'
import { quantityOf } from '../tex'
import { slipValues } from './slip-values'
import { readAnswer, type TypedAnswer } from './typed-answer'

/** One earlier entry; steps count from 0. A box that is empty or no number counts as not entered. */
export type Entry = { step: number; quantity: string; answer: readonly TypedAnswer[] }

export type OwnTrace = {
  trace: Trace
  /** The entries that differ from the right values and were taken. */
  taken: Entry[]
}

/**
 * The trace as it would run on with the learner's own entries before (step, quantity), or null if none differs.
 * An entry that is itself a catalogued slip is plausible whatever its value: a gate without its σ may be 2.3.
 */
export function ownTrace(
  trace: Trace,
  slips: Slip[],
  entries: readonly Entry[],
  asked: { step: number; quantity: string },
  tolerance: number,
): OwnTrace | null {
  const order = trace.form.quantities.map(({ id }) => id)
  const fixed: Record<string, Float64Array>[] = trace.steps.map((_, t) => ({ ...trace.fixed?.[t] }))
  const taken: Entry[] = []
  for (const entry of entries) {
    const position = order.indexOf(entry.quantity)
    const isBefore =
      entry.step < asked.step || (entry.step === asked.step && position < order.indexOf(asked.quantity))
    if (position === -1 || !isBefore) continue
    const right = trace.steps[entry.step][entry.quantity]
    const own = right.slice()
    entry.answer.forEach((answer, k) => {
      const read = readAnswer(answer)
      if (read.state === 'read' && k < own.length) own[k] = read.value
    })
    if (!own.some((value, k) => Math.abs(value - right[k]) > tolerance)) continue
    if (!isPlausible(trace, entry, own, right, tolerance) && !isSlip(trace, slips, entry, own, tolerance))
      continue
    fixed[entry.step][entry.quantity] = own
    taken.push(entry)
  }
  return taken.length === 0 ? null : { trace: runNetwork({ ...trace, fixed }), taken }
}

/** Whether one catalogued slip gives every component that is not right. */
function isSlip(
  trace: Trace,
  slips: Slip[],
  { step, quantity }: Entry,
  own: Float64Array,
  tolerance: number,
): boolean {
  const right = trace.steps[step][quantity]
  const indices = Array.from(own, (_, k) => k)
  const known = slips.filter((slip) => slip.quantity === quantity && slip.isCatalogued)
  return slipValues(trace, known, step, indices).some(({ values }) =>
    own.every(
      (value, k) => Math.abs(value - values[k]) <= tolerance || Math.abs(value - right[k]) <= tolerance,
    ),
  )
}

/** Inside the quantity's range, no zeros where none belong, and not larger than its inputs could make it. */
function isPlausible(
  trace: Trace,
  { step, quantity }: Entry,
  own: Float64Array,
  right: Float64Array,
  tolerance: number,
): boolean {
  const described = quantityOf(trace.form, quantity)
  const limit = described.range === 'real' ? largestMagnitude(trace, step, described) : Infinity
  return own.every((value, k) => {
    if (Math.abs(value - right[k]) <= tolerance) return true
    if (value === 0) return false
    if (described.range === 'unit') return value > 0 && value < 1
    if (described.range === 'signed-unit') return Math.abs(value) < 1
    if (described.range === 'non-negative') return value > 0
    return Math.abs(value) <= limit
  })
}

/** Twice the sum of the sizes of everything that is added up: no slip gives more. */
function largestMagnitude(trace: Trace, step: number, quantity: Quantity): number {
  const scope = scopeOf(trace, trace.steps, step)
  const size = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + Math.abs(value), 0)
  const states = Object.values(scope.previous).reduce((sum, state) => sum + size(state), 0)
  const { formula } = quantity
  if (formula.op !== 'affine') return 2 * (1 + states + size(trace.steps[step][quantity.id]))
  const weights = size(trace.parameters[formula.matrix])
  const bias = formula.bias === null ? 0 : size(trace.parameters[formula.bias])
  return 2 * (weights * Math.max(1, states, size(scope.x)) + bias)
}
