import { randomStream } from '../exercises/random-stream'
import type { Value } from '../formula-language/value'
import type { FormulaExercise } from './authored-exercise'
import { checkParameters } from './check-parameters'
import { compileExercise, type CompiledExercise } from './compile-exercise'
import { drawParameters } from './draw-parameters'
import type { ExerciseProblem } from './exercise-problem'
import { solveVariant, type Solution, type SolvedAnswer } from './solve-variant'

export type Variant = {
  compiled: CompiledExercise
  seed: string
  revision: number
  /** What was drawn. */
  given: ReadonlyMap<string, Value>
  solution: Solution
  /** Mistakes that these numbers cannot tell from the right answer, or from each other. */
  untold: Untold[]
  draws: number
}

/** A slip that gives what `as` gives: another slip's key, or null for the right answer. */
export type Untold = { answer: string; slip: string; as: string | null }

export type Made = { ok: true; variant: Variant } | { ok: false; problem: ExerciseProblem }

/** Numbers are drawn again this often, looking for those that tell every slip. */
const MOST_DRAWS = 100

/**
 * The variant of an authored exercise that a seed names: a pure function of the definition, its revision and the seed.
 * Draws again until every slip shows, where that is possible; failing that, takes the draw that tells most of them.
 * Fails with the first draw's problem when none of them can be computed.
 */
export function makeVariant(definition: FormulaExercise, revision: number, seed: string): Made {
  const made = known.get(definition) ?? new Map<string, Made>()
  known.set(definition, made)
  const key = `${revision} ${seed}`
  const found = made.get(key) ?? search(definition, revision, seed)
  if (made.size < MOST_KEPT) made.set(key, found)
  return found
}

/** A form asks for the same twenty at every key, for its table and for its checks. */
const known = new WeakMap<FormulaExercise, Map<string, Made>>()
const MOST_KEPT = 50

function search(definition: FormulaExercise, revision: number, seed: string): Made {
  const compilation = compileExercise(definition)
  if (!compilation.ok) return { ok: false, problem: compilation.problems[0] }
  const [noRange] = checkParameters(definition.parameters)
  if (noRange !== undefined) return { ok: false, problem: noRange }
  const { compiled } = compilation
  let best: Variant | null = null
  let problem: ExerciseProblem | null = null
  for (let draws = 1; draws <= MOST_DRAWS; draws++) {
    const root = `authored v${revision} ${seed} ${draws}`
    const given = drawParameters(definition.parameters, (part) => randomStream(root, part))
    const solved = solveVariant(compiled, given)
    if (!solved.ok) {
      problem ??= solved.problem
      continue
    }
    const untold = listUntold(solved.solution)
    if (best === null || untold.length < best.untold.length) {
      best = { compiled, seed, revision, given, solution: solved.solution, untold, draws }
    }
    if (untold.length === 0) break
  }
  if (best !== null) return { ok: true, variant: best }
  return {
    ok: false,
    problem: problem ?? { at: 'variants', message: { en: 'Nothing was drawn.', zh: '没有抽到数。' } },
  }
}

export function listUntold({ answers }: Solution): Untold[] {
  return answers.flatMap((answer) =>
    answer.slips.flatMap(({ key, values }, n): Untold[] => {
      const untold = (as: string | null) => ({ answer: answer.name, slip: key, as })
      if (values === null || !isApart(values, answer.right, answer)) return [untold(null)]
      const twin = answer.slips
        .slice(0, n)
        .find((other) => other.values !== null && !isApart(values, other.values, answer))
      return twin === undefined ? [] : [untold(twin.key)]
    }),
  )
}

/** Far enough from each other in some component that nothing typed could be taken for both. */
const isApart = (a: readonly number[], b: readonly number[], { tolerance }: SolvedAnswer) =>
  a.some((value, k) => Math.abs(value - b[k]) > 2 * tolerance + 1e-9)
