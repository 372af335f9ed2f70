import { searchTelling } from '../exercises/make-exercise'
import type { Value } from '../formula-language/value'
import type { AuthoredExercise, CellExercise } from './authored-exercise'
import { moduleOfCell } from './cell-exercise'
import type { ExerciseProblem } from './exercise-problem'
import { makeVariant, type Untold } from './make-variant'

/** A row of the table that an author looks at before publishing. */
export type SampleVariant = {
  seed: string
  given: { name: string; value: Value }[]
  answers: { name: string; value: Value }[]
  /** Mistakes that these numbers cannot tell. */
  untold: Untold[]
  /** The earlier one, by its place, that has the same numbers. */
  like: number | null
  /** Why there is no such variant. */
  problem: ExerciseProblem | null
}

export const SAMPLE_COUNT = 20
/** As the house's own exercises: see makeExercise. */
const MOST_CELL_DRAWS = 300

/**
 * Twenty variants that follow from a seed: what learners would get, and what is right. One that is like an earlier one
 * is drawn once more: by chance two may be alike among hundreds, but where it happens again there are too few.
 */
export function sampleVariants(exercise: AuthoredExercise, seed: string): SampleVariant[] {
  const samples: SampleVariant[] = []
  const sample = (own: string) =>
    exercise.kind === 'cell' ? sampleCell(exercise, own) : sampleFormulas(exercise, own)
  for (let n = 0; n < SAMPLE_COUNT; n++) {
    const own = `${seed}.${n + 1}`
    const first = place(sample(own), samples)
    samples.push(first.like === null ? first : place(sample(`${own}.again`), samples))
  }
  return samples
}

function place(sample: Omit<SampleVariant, 'like'>, earlier: SampleVariant[]): SampleVariant {
  const spelt = JSON.stringify(sample.given)
  const like =
    sample.problem === null ? earlier.findIndex(({ given }) => JSON.stringify(given) === spelt) : -1
  return { ...sample, like: like === -1 ? null : like }
}

function sampleFormulas(
  exercise: Extract<AuthoredExercise, { kind: 'formulas' }>,
  seed: string,
): Omit<SampleVariant, 'like'> {
  const made = makeVariant(exercise, 1, seed)
  if (!made.ok) return { seed, given: [], answers: [], untold: [], problem: made.problem }
  const { given, solution, untold } = made.variant
  return {
    seed,
    given: [...given].map(([name, value]) => ({ name, value })),
    answers: solution.answers.map(({ name }) => ({ name, value: solution.scope.get(name) ?? 0 })),
    untold,
    problem: null,
  }
}

function sampleCell(exercise: CellExercise, seed: string): Omit<SampleVariant, 'like'> {
  const module = moduleOfCell(exercise, 'note:sample', 1)
  if (module === null) return { seed, given: [], answers: [], untold: [], problem: NO_CELL }
  const { exercise: posed, isTelling } = searchTelling(module, 1, seed, MOST_CELL_DRAWS)
  const steps = posed.sheet?.trace.steps ?? []
  const isOneStep = exercise.T === 1
  return {
    seed,
    given: posed.given.map(({ tex, rows }) => ({
      name: tex,
      value: rows.every((row) => row.length === 1) ? rows.map(([entry]) => entry) : rows,
    })),
    answers: posed.tasks.flatMap((task) =>
      task.kind === 'values'
        ? [
            {
              name: isOneStep ? task.quantity : `${task.quantity} ${task.step + 1}`,
              value: Array.from(steps[task.step][task.quantity]),
            },
          ]
        : [],
    ),
    untold: isTelling ? [] : [{ answer: exercise.asked.at(-1) ?? '', slip: '', as: null }],
    problem: null,
  }
}

export const NO_CELL: ExerciseProblem = {
  at: 'cell',
  message: {
    en: 'There is no such cell, or its conventions contradict each other.',
    zh: '没有这样的单元，或约定相互矛盾。',
  },
}
