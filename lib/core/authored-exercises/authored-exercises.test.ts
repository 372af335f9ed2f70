import { describe, expect, it } from 'vitest'
import { gradeAttempt, gradeTask } from '../exercises/grade-attempt'
import { hintsFor } from '../exercises/hints'
import { solutionOf } from '../exercises/solution'
import type { AuthoredExercise, FormulaExercise } from './authored-exercise'
import { checkExercise } from './check-exercise'
import {
  ATTENTION_TEMPLATE,
  CELL_TEMPLATE,
  DOT_TEMPLATE,
  EMPTY_EXERCISE,
  GATE_TEMPLATE,
} from './exercise-templates'
import { makeVariant } from './make-variant'
import { poseAuthored } from './pose-authored'
import { feedbackFor } from './run-tests'
import { sampleVariants } from './sample-variants'
import { texOfName } from './tex-of-name'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const COUNT = process.env.UNROLL_FULL ? 2_000 : 100
const SOURCE = { noteId: 'n', revision: 3, texts: null }

const posed = (exercise: AuthoredExercise, seed: string) => {
  const made = poseAuthored(exercise, SOURCE, seed)
  if (made === null) throw new Error('no variant')
  return made
}

const madeOf = (exercise: FormulaExercise, seed: string, revision = 1) => {
  const made = makeVariant(exercise, revision, seed)
  if (!made.ok) throw new Error(made.problem.message.en)
  return made.variant
}

const range = (count: number) => Array.from({ length: count }, (_, n) => n)

const with_ = (change: (copy: FormulaExercise) => void): FormulaExercise => {
  const copy = structuredClone(DOT_TEMPLATE)
  change(copy)
  return copy
}

const problemsOf = (exercise: AuthoredExercise) => checkExercise(exercise).map(({ at }) => at)

describe('an authored exercise', () => {
  it.each([GATE_TEMPLATE, DOT_TEMPLATE, ATTENTION_TEMPLATE, CELL_TEMPLATE])(
    'is ready as a template: $title.en',
    (template) => {
      expect(checkExercise(template)).toEqual([])
    },
  )

  it('has the same numbers for the same definition, revision and seed, and others otherwise', () => {
    const first = madeOf(DOT_TEMPLATE, 's')
    expect(madeOf(structuredClone(DOT_TEMPLATE), 's').given).toEqual(first.given)
    expect(madeOf(DOT_TEMPLATE, 't').given).not.toEqual(first.given)
    expect(madeOf(DOT_TEMPLATE, 's', 2).given).not.toEqual(first.given)
  })

  it('draws each parameter from its own stream: a new one changes none of the others', () => {
    const more = with_(({ parameters }) =>
      parameters.unshift({ name: 'n', kind: 'integer', low: 1, high: 9 }),
    )
    const [before, after] = [madeOf(DOT_TEMPLATE, 's'), madeOf(more, 's')]
    for (const name of ['w', 'x', 'b']) expect(after.given.get(name)).toEqual(before.given.get(name))
  })

  it(`draws on its grid, and tells every slip, in ${COUNT} variants`, () => {
    for (let n = 0; n < COUNT; n++) {
      const { given, untold } = madeOf(GATE_TEMPLATE, `v${n}`)
      expect(untold).toEqual([])
      for (const value of given.values()) {
        expect(Number(value) * 100).toBeCloseTo(Math.round(Number(value) * 100), 9)
        expect(Math.abs(Number(value))).toBeLessThanOrEqual(3)
      }
    }
  })

  it('is right within its tolerance, names the author’s slip, and follows earlier answers', () => {
    const exercise = posed(GATE_TEMPLATE, 'grade')
    const { solution, given } = exercise.variant ?? { solution: null, given: new Map() }
    const [gate, kept] = solution?.answers ?? []
    const right = { f: [String(gate.right[0] + 0.004)], kept: [String(kept.right[0])] }
    expect(gradeAttempt(exercise, 'stepwise', right)).toMatchObject({ outcome: 'right', score: 1 })

    const flipped = String(1 - gate.right[0])
    const verdict = gradeTask(exercise, 'f', { f: [flipped] })
    expect(verdict).toMatchObject({ verdict: 'slip', slips: ['flipped-a'] })
    expect(verdict.message.zh).toBe('a_f 的符号反了')

    const own = String(3 * Number(given.get('C_prev')))
    expect(gradeTask(exercise, 'kept', { f: ['3'], kept: [own] }).verdict).toBe('follows')
    expect(gradeTask(exercise, 'kept', { kept: [own] }).verdict).toBe('unknown')
    expect(gradeTask(exercise, 'kept', { f: [''], kept: ['7'] }).verdict).toBe('unknown')
    expect(gradeTask(exercise, 'f', { f: ['x'] }).verdict).toBe('not-a-number')
    expect(gradeTask(exercise, 'f', {}).verdict).toBe('empty')
    expect(hintsFor(exercise, 'f', {})).toHaveLength(1)
    expect(solutionOf(exercise).numbers.map(({ values }) => values)).toEqual([gate.right, kept.right])
  })

  it('judges a vector whole', () => {
    const exercise = posed(ATTENTION_TEMPLATE, 'vector')
    const [scores] = exercise.variant?.solution.answers ?? []
    const typed = (values: readonly number[] | null | undefined) =>
      (values ?? []).map((value) => value.toFixed(3))
    expect(exercise.tasks[0]).toMatchObject({ size: 2 })
    expect(gradeTask(exercise, 's', { s: typed(scores.right) }).verdict).toBe('correct')
    expect(gradeTask(exercise, 's', { s: typed(scores.slips[1].values) })).toMatchObject({ slips: ['by-d'] })
  })

  it('shows what the question does not say, and nothing twice', () => {
    expect(posed(GATE_TEMPLATE, 'g').given).toEqual([])
    expect(posed(DOT_TEMPLATE, 'g').given.map(({ tex }) => tex)).toEqual(['w', 'x', 'b'])
  })

  it('takes a built-in cell with its slips', () => {
    const exercise = posed(CELL_TEMPLATE, 'cell')
    expect(exercise).toMatchObject({ id: 'note:n', generatorVersion: 3 })
    expect(exercise.tasks.map(({ id }) => id)).toEqual(['C@1'])
    expect(exercise.sheet?.slips.length).toBeGreaterThan(3)
    expect(posed(CELL_TEMPLATE, 'cell').numbers).toEqual(exercise.numbers)
    expect(sampleVariants(CELL_TEMPLATE, '1')[0].answers).toHaveLength(1)
  })

  it.each<[string, FormulaExercise, string[]]>([
    [
      'a name that is taken',
      with_((e) => (e.parameters[1].name = 'w')),
      ['parameters.1.name', 'answers.0.formula'],
    ],
    ['a name of a function', with_((e) => (e.parameters[2].name = 'sum')), ['parameters.2.name']],
    ['an unknown name', with_((e) => (e.answers[0].formula = 'dot(w, y)')), ['answers.0.formula']],
    [
      'a formula that cannot be read',
      with_((e) => (e.answers[0].slips[0].formula = 'dot(')),
      ['answers.0.slips.0.formula'],
    ],
    [
      'a value before it is there',
      with_((e) => (e.derived = [{ name: 'u', formula: 'a_i' }])),
      ['derived.0.formula'],
    ],
    ['no answer', with_((e) => (e.answers = [])), ['answers']],
    ['nothing drawn', with_((e) => (e.parameters = [])), ['parameters']],
    [
      'a range upside down',
      with_((e) => Object.assign(e.parameters[2], { low: 1, high: -1 })),
      ['parameters.2.high'],
    ],
    [
      'a grid finer than what is shown',
      with_((e) => Object.assign(e.parameters[2], { step: 0.0005 })),
      ['parameters.2.step'],
    ],
    [
      'a translation that is missing',
      with_((e) => (e.answers[0].slips[1].message = { zh: '先乘再加' })),
      ['answers.0.slips.1.message'],
    ],
    ['a hole without a value', with_((e) => (e.solution.en = '{{c}}')), ['solution']],
    ['a hole that cannot be read', with_((e) => (e.question.zh = '{{1 +}}')), ['question']],
    ['a division by zero', with_((e) => (e.answers[0].formula = '1 / (b - b)')), ['answers.0.formula']],
    [
      'a shape that does not fit',
      with_((e) => Object.assign(e.parameters[1], { size: 2 })),
      ['answers.0.formula'],
    ],
    [
      'an answer that is a matrix',
      with_((e) => (e.answers[0].formula = 'outer(w, x)')),
      ['answers.0.formula'],
    ],
    ['an answer out of range', with_((e) => (e.answers[0].formula = 'exp(20 + b)')), ['answers.0.formula']],
    [
      'a slip that is right',
      with_((e) => (e.answers[0].slips[1].formula = 'b + dot(x, w)')),
      ['answers.0.slips.1.formula'],
    ],
    [
      'slips that are one',
      with_((e) => (e.answers[0].slips[1].formula = 'sum(w * x)')),
      ['answers.0.slips.1.formula'],
    ],
    [
      'a slip of another size',
      with_((e) => (e.answers[0].slips[1].formula = 'w')),
      ['answers.0.slips.1.formula'],
    ],
    ['two slips of one key', with_((e) => (e.answers[0].slips[1].key = 'no-bias')), ['answers.0.slips.1']],
  ])('is not published with %s', (_, exercise, places) => {
    expect(problemsOf(exercise)).toEqual(expect.arrayContaining(places))
  })

  it('is not published when its variants are alike', () => {
    const dull = with_((e) => {
      e.parameters = [{ name: 'n', kind: 'integer', low: 1, high: 4 }]
      e.answers = [{ ...e.answers[0], formula: 'n', slips: [], hints: [] }]
      e.question = { en: '?', zh: '？' }
      e.solution = {}
      e.tests = []
    })
    expect(problemsOf(dull)).toEqual(['variants'])
    const [{ message }] = checkExercise(dull)
    expect(message.en).toMatch(/^Variants \d and \d+ are alike: n = \d\. 1[56] more repeat an earlier one\./)
    expect(message.en).toContain('No more than 4 are possible.')
    expect(message.zh).toMatch(
      /^变式 \d 与变式 \d+ 相同：n = \d。另有 1[56] 个变式与前面的重复。总共最多只有 4 种变式。/,
    )
  })

  it('is not published when only two of its variants are alike, and says which', () => {
    const narrow = with_((e) => {
      e.parameters = [{ name: 'n', kind: 'integer', low: 1, high: 60 }]
      e.answers = [{ ...e.answers[0], formula: 'n', slips: [], hints: [] }]
      e.question = { en: '?', zh: '？' }
      e.solution = {}
      e.tests = []
    })
    // A seed from which exactly one is met again.
    const seed = range(200)
      .map(String)
      .find((each) => sampleVariants(narrow, each).filter(({ like }) => like !== null).length === 1)
    const samples = sampleVariants(narrow, seed ?? '')
    const n = samples.findIndex(({ like }) => like !== null)
    const { like, given } = samples[n]
    expect(samples[like ?? -1].given).toEqual(given)
    expect(checkExercise(narrow, seed).map(({ at, message }) => [at, message.en])).toEqual([
      [
        'variants',
        `Variants ${(like ?? 0) + 1} and ${n + 1} are alike: n = ${String(given[0].value)}. No more than 60 are possible. Widen a range, make its step finer, or add values to choose from.`,
      ],
    ])
  })

  it('has twenty variants of which no two are alike wherever there are hundreds', () => {
    const wide = with_((e) => {
      e.parameters = [{ name: 'n', kind: 'integer', low: 1, high: 1_500 }]
    })
    const repeated = range(200).filter((seed) =>
      sampleVariants(wide, String(seed)).some(({ like }) => like !== null),
    )
    expect(repeated.length).toBeLessThanOrEqual(2)
  })

  it('runs its tests: what once got a feedback gets it still', () => {
    const moved = with_((e) => (e.answers[0].slips[0].formula = 'dot(w, x) - b'))
    expect(checkExercise(moved).map(({ at, message }) => [at, message.en])).toEqual([
      ['tests.1', '0.8 should be “the bias left out”, but is wrong without a name.'],
    ])
    const renamed = with_((e) => {
      e.parameters.push({ name: 'n', kind: 'integer', low: 1, high: 9 })
    })
    expect(problemsOf(renamed)).toEqual(['tests.0', 'tests.1'])
    expect(feedbackFor(DOT_TEMPLATE, DOT_TEMPLATE.tests[0])).toEqual({ kind: 'right' })
  })

  it('says of an empty form what to do next', () => {
    expect(problemsOf(EMPTY_EXERCISE)).toEqual(['title', 'answers.0.formula'])
  })

  it('bounds what a variant costs, whoever wrote it', () => {
    const heavy = with_((e) => {
      const sums = Array.from({ length: 40 }, () => 'sum(outer(W[1], W[2]))').join(' + ')
      e.parameters = [{ name: 'W', kind: 'matrix', rows: 8, columns: 8, low: -1, high: 1, step: 0.1 }]
      e.answers[0].formula = sums
      e.answers[0].slips = e.answers[0].slips.map((slip) => ({ ...slip, formula: sums }))
    })
    const began = processorMillis()
    expect(problemsOf(heavy)).toContain('answers.0.formula')
    expect(processorMillis() - began).toBeLessThan(5_000)
  })

  it.each([
    ['z', 'z'],
    ['a_f', 'a_{f}'],
    ['h_prev', 'h_{\\mathrm{prev}}'],
    ['x1', 'x_{1}'],
    ['C_tilde', '\\tilde{C}'],
    ['alpha', '\\alpha'],
    ['权重', '\\text{权重}'],
  ])('sets the name %s as %s', (name, tex) => {
    expect(texOfName(name)).toBe(tex)
  })
})
