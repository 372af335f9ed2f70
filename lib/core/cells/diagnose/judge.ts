/**
 * Says what an answer is, given the right values and what each mistake would have given. Pure bookkeeping: it knows
 * no cell. The order is empty, not a number, correct, slip, follows, coarse, further slip, unknown; in a vector one
 * slip must explain every wrong component.
 */
import type { NotANumber } from '../../exercises/read-number'
import { readAnswer, type TypedAnswer } from './typed-answer'
import type { Verdict } from './verdict'

/** What a mistake gives in each asked component. */
export type Explanation = { id: string; values: ArrayLike<number> }

export type Question = {
  /** The right value of each asked component. */
  right: ArrayLike<number>
  /** Half the width of the accepted interval: 0.005. */
  tolerance: number
  /** How far a right answer can be off when every step is rounded to so many decimals. */
  roundingBound: (component: number, decimals: number) => number
  /** Catalogued mistakes, everything before this quantity right. */
  slips: () => Explanation[]
  /** Where earlier entries differ from the right values: what is right for them, and the mistakes made on top. */
  followed?: () => { values: ArrayLike<number>; slips: Explanation[] } | null
  /** Mistakes that are named only where nothing above fits. */
  further?: () => Explanation[]
}

export type ComponentJudgement = { verdict: Verdict; slips: string[]; reason?: NotANumber }

export type Judgement = {
  verdict: Verdict
  slips: string[]
  components: ComponentJudgement[]
  /** The slip was made with the learner's own earlier values. */
  isOnOwnValues: boolean
}

/** Honest work is rounded to this many decimals at every step: whatever that gives is never refused. */
const HONEST_DECIMALS = 3
/** Past this share (of the value, or of one) nothing is called rounding, however ill-conditioned the cell. */
const HONEST_LIMIT = 0.1
/** The coarsest rounding that is forgiven, and how many tolerances it may be off. */
const COARSE_DECIMALS = 2
const COARSE_LIMIT = 6
const EPSILON = 1e-9

export function judge(question: Question, answers: readonly TypedAnswer[]): Judgement {
  const read = answers.map(readAnswer)
  const unread = read.map((answer): ComponentJudgement | null =>
    answer.state === 'read'
      ? null
      : answer.state === 'empty'
        ? { verdict: 'empty', slips: [] }
        : { verdict: 'not-a-number', slips: [], reason: answer.reason },
  )
  // What is not an attempt says nothing about the other boxes, so that correctness never leaks.
  const first = unread.find((part) => part?.verdict === 'empty') ?? unread.find((part) => part !== null)
  if (first) {
    const blank: ComponentJudgement = { verdict: first.verdict, slips: [] }
    return judged(
      first.verdict,
      [],
      unread.map((part) => part ?? blank),
    )
  }
  const values = read.map((answer) => (answer.state === 'read' ? answer.value : Number.NaN))
  const decimals = read.map((answer) => (answer.state === 'read' ? answer.decimals : null))
  return judgeValues(question, values, decimals)
}

function judgeValues(question: Question, values: number[], decimals: (number | null)[]): Judgement {
  const { right, tolerance } = question
  const off = values.map((value, k) => Math.abs(value - right[k]))
  const isCorrect = off.map((distance) => distance <= tolerance + EPSILON)
  const isHonest = off.map(
    (distance, k) =>
      isCorrect[k] ||
      (distance <= HONEST_LIMIT * Math.max(1, Math.abs(right[k])) &&
        distance <= question.roundingBound(k, HONEST_DECIMALS) + EPSILON),
  )
  const components = (wrong: ComponentJudgement): ComponentJudgement[] =>
    values.map((_, k) =>
      isCorrect[k]
        ? { verdict: 'correct', slips: [] }
        : isHonest[k] && wrong.verdict !== 'coarse'
          ? { verdict: 'coarse', slips: [] }
          : wrong,
    )
  const accused = (ids: string[], isOnOwnValues = false): Judgement => {
    const verdict = ids.length === 1 ? 'slip' : 'ambiguous'
    return { ...judged(verdict, ids, components({ verdict, slips: ids })), isOnOwnValues }
  }
  if (isCorrect.every(Boolean)) return judged('correct', [], components({ verdict: 'correct', slips: [] }))

  if (isHonest.every(Boolean)) {
    // More decimals than honest rounding leaves, and a mistake hit to the last of them: no rounding did that.
    const exact = question.slips().filter((slip) => hitsExactly(slip, values, decimals, isCorrect))
    if (exact.length > 0) return accused(exact.map(({ id }) => id))
    return judged('coarse', [], components({ verdict: 'coarse', slips: [] }))
  }

  // It explains every wrong component, and one of them at least is not what a right answer gives too.
  const fits = (explanation: Explanation, within: number) =>
    values.every((value, k) => isHonest[k] || Math.abs(value - explanation.values[k]) <= within + EPSILON) &&
    values.some((_, k) => !isHonest[k] && Math.abs(right[k] - explanation.values[k]) > tolerance)
  const fitting = (explanations: Explanation[], within: number) => {
    const some = explanations.filter((explanation) => fits(explanation, within))
    const whole = some.filter((explanation) =>
      values.every((value, k) => Math.abs(value - explanation.values[k]) <= within + EPSILON),
    )
    return (whole.length > 0 ? whole : some).map(({ id }) => id)
  }

  const slips = fitting(question.slips(), tolerance)
  if (slips.length > 0) return accused(slips)

  const followed = question.followed?.() ?? null
  if (followed !== null) {
    const isFollowed = values.every((value, k) => Math.abs(value - followed.values[k]) <= tolerance + EPSILON)
    if (isFollowed) return judged('follows', [], components({ verdict: 'follows', slips: [] }))
  }

  const isCoarse = off.every(
    (distance, k) =>
      isHonest[k] ||
      distance <= Math.min(question.roundingBound(k, COARSE_DECIMALS), COARSE_LIMIT * tolerance) + EPSILON,
  )
  if (isCoarse) return judged('coarse', [], components({ verdict: 'coarse', slips: [] }))

  const onOwnValues = followed === null ? [] : fitting(followed.slips, tolerance)
  if (onOwnValues.length > 0) return accused(onOwnValues, true)

  // Many further mistakes lie about, so that a chance hit is likelier: they must be met more closely.
  const further = fitting(question.further?.() ?? [], tolerance / 2)
  if (further.length > 0) return accused(further.slice(0, 1))
  return judged('unknown', [], components({ verdict: 'unknown', slips: [] }))
}

function hitsExactly(
  slip: Explanation,
  values: number[],
  decimals: (number | null)[],
  isCorrect: boolean[],
): boolean {
  return values.every((value, k) => {
    if (isCorrect[k]) return true
    const places = decimals[k]
    if (places === null || places <= HONEST_DECIMALS) return false
    return Math.abs(value - slip.values[k]) <= 0.5 * 10 ** -places + EPSILON
  })
}

const judged = (verdict: Verdict, slips: string[], components: ComponentJudgement[]): Judgement => ({
  verdict,
  slips,
  components,
  isOnOwnValues: false,
})
