import '../zod-without-eval'
import { z } from 'zod'
import {
  AUTHORED_LIMITS,
  type AuthoredExercise,
  type CellExercise,
  type FormulaExercise,
} from '@/lib/core/authored-exercises/authored-exercise'
import { FORMULA_LIMITS } from '@/lib/core/formula-language/formula-limits'

const { magnitude, side, text: textLength } = AUTHORED_LIMITS

const localized = (most: number) =>
  z.strictObject({ zh: z.string().max(most).optional(), en: z.string().max(most).optional() })
const text = localized(textLength).describe('Markdown; {{…}} puts a value in')
const title = localized(AUTHORED_LIMITS.title)
// An unfinished draft has empty names and formulas: what must stand in them is told by checkExercise, at its place.
const name = z.string().max(FORMULA_LIMITS.name)
const formula = z.string().max(FORMULA_LIMITS.length)
const tex = z.string().max(200).optional()
const number = z.number().min(-magnitude).max(magnitude)
const size = z.int().min(1).max(side)
const range = { low: number, high: number }
const grid = { ...range, step: z.number().min(0.001).max(magnitude) }
const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)

const parameter = z.discriminatedUnion('kind', [
  z.strictObject({ name, tex, kind: z.literal('uniform'), ...grid }),
  z.strictObject({ name, tex, kind: z.literal('integer'), low: number, high: number }),
  z.strictObject({
    name,
    tex,
    kind: z.literal('choice'),
    values: z.array(number).min(1).max(AUTHORED_LIMITS.choices),
  }),
  z.strictObject({ name, tex, kind: z.literal('vector'), size, ...grid }),
  z.strictObject({ name, tex, kind: z.literal('matrix'), rows: size, columns: size, ...grid }),
])

const slip = z.strictObject({ key, formula, name: title, message: text })

const answer = z.strictObject({
  name,
  tex,
  label: title,
  formula,
  tolerance: z.number().min(0).max(1_000),
  slips: z.array(slip).max(AUTHORED_LIMITS.slips),
  hints: z.array(text).max(AUTHORED_LIMITS.hints),
})

const numbers = z.array(number).max(side)
const value = z.union([number, numbers, z.array(numbers).max(side)])

const test = z.strictObject({
  answer: name,
  given: z
    .record(z.string().max(FORMULA_LIMITS.name), value)
    .refine((given) => Object.keys(given).length <= AUTHORED_LIMITS.parameters),
  typed: z.array(z.string().max(100)).max(side),
  expect: z.enum(['right', 'unknown', 'slip']),
  slip: key.optional(),
})

const seconds = z.int().min(5).max(3_600)

const formulaExercise = z.strictObject({
  kind: z.literal('formulas'),
  title,
  question: text,
  seconds,
  parameters: z.array(parameter).max(AUTHORED_LIMITS.parameters),
  derived: z.array(z.strictObject({ name, formula })).max(AUTHORED_LIMITS.derived),
  answers: z.array(answer).max(AUTHORED_LIMITS.answers),
  solution: text,
  tests: z.array(test).max(AUTHORED_LIMITS.tests),
}) satisfies z.ZodType<FormulaExercise>

const quantity = z.string().min(1).max(40)
const reach = z.number().min(0.1).max(100)

const cellExercise = z.strictObject({
  kind: z.literal('cell'),
  title,
  question: text,
  seconds,
  cell: z.string().min(1).max(40),
  options: z
    .record(z.string().max(40), z.union([z.string().max(40), z.number(), z.boolean()]))
    .refine((options) => Object.keys(options).length <= 20),
  H: z.int().min(1).max(AUTHORED_LIMITS.cellSize),
  I: z.int().min(1).max(AUTHORED_LIMITS.cellSize),
  T: z.int().min(1).max(AUTHORED_LIMITS.cellSteps),
  given: z.array(quantity).max(20),
  asked: z.array(quantity).max(20),
  reach: z.strictObject({ matrix: reach, vector: reach, x: reach, state: reach, cellState: reach }),
  form: z.enum(['stepwise', 'hard']),
}) satisfies z.ZodType<CellExercise>

/** An exercise of an author's own as it may be stored: its shape and its bounds. What it means is checked in lib/core. */
export const authoredExerciseSchema = z.discriminatedUnion('kind', [
  formulaExercise,
  cellExercise,
]) satisfies z.ZodType<AuthoredExercise>
