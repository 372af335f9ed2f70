import type { Bilingual } from '../cells/bilingual'
import { plainTex } from '../lab/plain-tex'
import type { AuthoredExercise, FormulaExercise } from './authored-exercise'
import { countVariants } from './check-parameters'
import type { ExerciseProblem } from './exercise-problem'
import { makeVariant } from './make-variant'
import { SAMPLE_COUNT, sampleVariants, type SampleVariant } from './sample-variants'
import { plainValue } from './show-value'

/** Characters of numbers in a sentence. */
const MOST_SAID = 90

/** Twenty variants: each can be computed, stays in range, is like no other, and tells every slip. */
export function checkVariants(exercise: AuthoredExercise, seed: string): ExerciseProblem[] {
  const samples = sampleVariants(exercise, seed)
  const failed = samples.find(({ problem }) => problem !== null)
  if (failed?.problem) return [failed.problem]
  const problems: ExerciseProblem[] = []
  // With few variants a learner soon knows the answers by heart.
  const repeated = samples.flatMap(({ like }, n) => (like === null ? [] : [{ n, like }]))
  if (repeated.length > 0) {
    const possible = exercise.kind === 'formulas' ? countVariants(exercise.parameters) : null
    problems.push({ at: 'variants', message: alike(samples, repeated, possible) })
  }
  if (exercise.kind === 'cell') {
    const dull = samples.filter(({ untold }) => untold.length > 0).length
    if (dull > 0) problems.push({ at: 'reach', message: dullNumbers(dull) })
    return problems
  }
  return [...problems, ...untoldSlips(exercise, seed)]
}

function untoldSlips(exercise: FormulaExercise, seed: string): ExerciseProblem[] {
  const counts = new Map<string, { count: number; problem: ExerciseProblem }>()
  for (const sample of sampleVariants(exercise, seed)) {
    const made = makeVariant(exercise, 1, sample.seed)
    if (!made.ok) continue
    for (const { answer, slip, as } of made.variant.untold) {
      const n = exercise.answers.findIndex(({ name }) => name === answer)
      const { slips } = exercise.answers[n]
      const s = slips.findIndex(({ key }) => key === slip)
      const at = `answers.${n}.slips.${s}.formula`
      const own = made.variant.solution.answers[n].slips[s].problem
      const twin = slips.find(({ key }) => key === as)
      const count = (counts.get(at)?.count ?? 0) + 1
      const problem: ExerciseProblem =
        own !== null
          ? { at, from: own.from, to: own.to, message: own.message }
          : { at, message: untold(count, twin === undefined ? null : twin.name) }
      counts.set(at, { count, problem })
    }
  }
  return [...counts.values()].map(({ problem }) => problem)
}

/** Which two, what is the same in both, how many more there are, and what to do about it. */
function alike(
  samples: SampleVariant[],
  [{ n, like }, ...more]: { n: number; like: number }[],
  possible: number | null,
): Bilingual {
  const same = samples[n].given
    .map(({ name, value }) => `${plainTex(name)} = ${plainValue(value)}`)
    .join(', ')
  const numbers = same.length <= MOST_SAID ? same : `${same.slice(0, MOST_SAID)}…`
  const isCounted = possible !== null && possible < 1_000
  return {
    en: [
      `Variants ${like + 1} and ${n + 1} are alike: ${numbers}.`,
      more.length === 0
        ? ''
        : `${more.length} more ${more.length === 1 ? 'repeats' : 'repeat'} an earlier one.`,
      isCounted ? `No more than ${possible} are possible.` : '',
      'Widen a range, make its step finer, or add values to choose from.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    zh: [
      `变式 ${like + 1} 与变式 ${n + 1} 相同：${numbers}。`,
      more.length === 0 ? '' : `另有 ${more.length} 个变式与前面的重复。`,
      isCounted ? `总共最多只有 ${possible} 种变式。` : '',
      '请放宽取值范围、缩小步长，或增加可选的值。',
    ].join(''),
  }
}

const untold = (count: number, twin: { en?: string; zh?: string } | null): Bilingual => {
  const share = {
    en: `In ${count} of ${SAMPLE_COUNT} variants`,
    zh: `${SAMPLE_COUNT} 个变式中有 ${count} 个`,
  }
  if (twin === null) {
    return {
      en: `${share.en} this gives the right answer, within the tolerance, whatever is drawn. Change the ranges, or take this mistake out.`,
      zh: `${share.zh}，无论怎样抽数，它在允许误差内都等于正确答案。请调整范围，或删去这个错误。`,
    }
  }
  const [en, zh] = [twin.en || twin.zh || '', twin.zh || twin.en || '']
  return {
    en: `${share.en} this gives the same as “${en}”: nobody could tell them apart.`,
    zh: `${share.zh}，它与“${zh}”结果相同，无法区分。`,
  }
}

const dullNumbers = (count: number): Bilingual => ({
  en: `In ${count} of ${SAMPLE_COUNT} variants a known mistake gives the right answer: draw from wider ranges.`,
  zh: `${SAMPLE_COUNT} 个变式中有 ${count} 个，某个常见错误也会得到正确答案：请放宽取值范围。`,
})
