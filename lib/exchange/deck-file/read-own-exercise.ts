import type { AuthoredExercise } from '@/lib/core/authored-exercises/authored-exercise'
import { authoredExerciseSchema } from '@/lib/exchange/authored-exercise/authored-exercise-schema'

type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): unknown => value ?? []

/**
 * An author's own exercise as a deck file writes it: what goes without saying may be left out, and a single typed
 * answer or a number stands for a list with one text in it.
 */
export function readOwnExercise(
  written: unknown,
): { ok: true; exercise: AuthoredExercise } | { ok: false; at: string } {
  const read = authoredExerciseSchema.safeParse(isPlain(written) ? whole(written) : written)
  if (read.success) return { ok: true, exercise: read.data }
  const [issue] = read.error.issues
  return { ok: false, at: `${issue.path.join('.') || 'exercise'} (${issue.message})` }
}

function whole(written: Plain): Plain {
  const common = { question: {}, seconds: 60, ...written }
  if (written.kind === 'cell') {
    return {
      ...common,
      options: written.options ?? {},
      given: listOf(written.given),
      T: written.T ?? 1,
      form: written.form ?? 'stepwise',
    }
  }
  return {
    ...common,
    derived: listOf(written.derived),
    solution: written.solution ?? {},
    tests: each(written.tests, (test) => ({ ...test, typed: texts(test.typed) })),
    answers: each(written.answers, (answer) => ({
      label: {},
      tolerance: 0.005,
      ...answer,
      formula: spelled(answer.formula),
      hints: listOf(answer.hints),
      slips: each(answer.slips, (slip) => ({ ...slip, formula: spelled(slip.formula) })),
    })),
  }
}

function each(list: unknown, change: (item: Plain) => Plain): unknown {
  if (list === undefined || list === null) return []
  return Array.isArray(list) ? list.map((item: unknown) => (isPlain(item) ? change(item) : item)) : list
}

/** A formula that is one number is a number to YAML. */
const spelled = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

const texts = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(spelled) : value === undefined ? value : [spelled(value)]
