import type { Slip } from '../cell'
import type { Trace } from '../forward'
import { FURTHER_SLIPS, furtherSlipValues } from '../slips/further-slips'
import { quantityOf, texOf, writtenOut } from '../tex'
import type { Bilingual } from '../bilingual'
import { diagnosisMessage } from './diagnosis-message'
import { judge, type ComponentJudgement, type Judgement } from './judge'
import { ownTrace, type Entry } from './own-values'
import { roundingBound } from './rounding-bound'
import { slipValues } from './slip-values'
import type { TypedAnswer } from './typed-answer'

export type AnswerToCell = {
  /** Every slip of the cell under its options. */
  slips: Slip[]
  trace: Trace
  /** From 0. */
  step: number
  quantity: string
  /** The components that were asked, and an answer for each. */
  indices: number[]
  answers: readonly TypedAnswer[]
  /** Half the width of the accepted interval; 0.005 unless given. */
  tolerance?: number
  earlier?: readonly Entry[]
}

export type NamedSlip = {
  id: string
  name: Bilingual
  explanation: Bilingual
  /** The learner's formula and the right one; absent for slips that are found from values. */
  tex?: { wrong: string; right: string }
  /** An author's own words, as safe HTML, in place of the explanation. */
  html?: Bilingual
}

export type Diagnosis = {
  verdict: Judgement['verdict']
  slips: string[]
  components: (ComponentJudgement & { index: number })[]
  message: Bilingual
  /** The slips in words, in the order of `slips`. */
  explanations: NamedSlip[]
}

export const DEFAULT_TOLERANCE = 0.005

/**
 * Judges a learner's answer for some components of one quantity at one step: right, right but coarse, which mistake,
 * right for their own earlier values, or unknown. Never tells the right value.
 */
export function diagnose(answer: AnswerToCell): Diagnosis {
  const { trace, step, quantity, indices, answers, tolerance = DEFAULT_TOLERANCE } = answer
  const ofQuantity = answer.slips.filter((slip) => slip.quantity === quantity)
  const catalogued = ofQuantity.filter(({ isCatalogued }) => isCatalogued)
  const rest = ofQuantity.filter(({ isCatalogued }) => !isCatalogued)
  const own = onceOnly(() =>
    ownTrace(trace, answer.slips, answer.earlier ?? [], { step, quantity }, tolerance),
  )
  const boundOf = boundsWithin(answer, indices)
  const judgement = judge(
    {
      right: indices.map((index) => trace.steps[step][quantity][index]),
      tolerance,
      roundingBound: boundOf,
      slips: () => slipValues(trace, catalogued, step, indices),
      followed: () => {
        const found = own()
        if (found === null) return null
        return {
          values: indices.map((index) => found.trace.steps[step][quantity][index]),
          slips: slipValues(found.trace, catalogued, step, indices),
        }
      },
      further: () => [
        ...slipValues(trace, rest, step, indices),
        ...furtherSlipValues(trace, quantity, step, indices),
      ],
    },
    answers,
  )
  const explanations = judgement.slips.map((id) => namedSlip(trace, ofQuantity, quantity, id))
  return {
    verdict: judgement.verdict,
    slips: judgement.slips,
    components: judgement.components.map((component, k) => ({ index: indices[k], ...component })),
    message: diagnosisMessage(judgement, explanations, {
      tolerance,
      taken: judgement.verdict === 'follows' || judgement.isOnOwnValues ? (own()?.taken ?? []) : [],
      form: trace.form,
      quantity,
    }),
    explanations,
  }
}

/** What all bounds of one answer may cost, in T·H·(H+I): each takes one pass back through the whole trace. */
const BOUND_WORK = 4_000_000

/** The rounding bound of each component, taken when first asked for; past what may be spent it is 0, no excuse. */
function boundsWithin({ trace, step, quantity }: AnswerToCell, indices: number[]) {
  const { sizes } = trace
  const affordable = Math.max(1, Math.floor(BOUND_WORK / ((step + 1) * sizes.H * (sizes.H + sizes.I))))
  const bounds = new Map<number, (decimals: number) => number>()
  return (component: number, decimals: number): number => {
    let bound = bounds.get(component)
    if (bound === undefined) {
      if (bounds.size >= affordable) return 0
      bound = roundingBound(trace, step, quantity, indices[component])
      bounds.set(component, bound)
    }
    return bound(decimals)
  }
}

/** Name, explanation and both formulas of a slip of this quantity. */
export function namedSlip(trace: Trace, slips: Slip[], quantity: string, id: string): NamedSlip {
  const slip = slips.find((candidate) => candidate.id === id && candidate.quantity === quantity)
  if (slip === undefined) return { id, ...FURTHER_SLIPS[id] }
  const described = quantityOf(trace.form, quantity)
  const hidden = new Set(writtenOut(trace.form))
  hidden.delete(quantity)
  const show = (formula: Slip['formula']) => `${described.tex} = ${texOf(formula, trace.form, hidden)}`
  return {
    id,
    name: slip.name,
    explanation: slip.explanation,
    tex: { wrong: show(slip.formula), right: show(described.formula) },
  }
}

function onceOnly<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}
