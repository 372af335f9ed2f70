/**
 * An exercise that an author describes instead of programming: what is drawn, what is computed from it, what is asked,
 * and which mistakes are known. It is stored with its note, as plain JSON.
 */
import type { CellOptions } from '../cells/cell'
import type { Localized } from '../content/content'
import type { AttemptForm } from '../exercises/grade-attempt'
import type { Value } from '../formula-language/value'

/** Markdown with formulas, and with {{…}} where a value is put in. */
export type Text = Localized<string>

/** Something that is drawn anew for each variant. What is drawn stands on a grid, so that what is shown is what is used. */
export type DrawnParameter = { name: string; tex?: string } & (
  | { kind: 'uniform'; low: number; high: number; step: number }
  | { kind: 'integer'; low: number; high: number }
  | { kind: 'choice'; values: number[] }
  | { kind: 'vector'; size: number; low: number; high: number; step: number }
  | { kind: 'matrix'; rows: number; columns: number; low: number; high: number; step: number }
)

export type DerivedValue = { name: string; formula: string }

/** A mistake that its author has seen: what it gives, what it is called in statistics, and what its maker is told. */
export type AuthoredSlip = {
  /** Stays when all else of the slip changes: statistics count by it. */
  key: string
  formula: string
  name: Text
  message: Text
}

export type AskedAnswer = {
  name: string
  tex?: string
  label: Text
  formula: string
  /** Half the width of the accepted interval. */
  tolerance: number
  slips: AuthoredSlip[]
  hints: Text[]
}

/** "This answer gets this feedback": run at each save, on the numbers that it keeps. */
export type FeedbackTest = {
  answer: string
  given: Record<string, Value>
  typed: string[]
  expect: 'right' | 'unknown' | 'slip'
  slip?: string
}

type Common = {
  title: Text
  question: Text
  /** What a practised learner takes; a quicker right answer is proposed as Easy. */
  seconds: number
}

export type FormulaExercise = Common & {
  kind: 'formulas'
  parameters: DrawnParameter[]
  derived: DerivedValue[]
  /** In the order of working; a later one may read an earlier one by its name. */
  answers: AskedAnswer[]
  solution: Text
  tests: FeedbackTest[]
}

/** How far numbers are drawn from zero, by what they are. */
export type Reach = { matrix: number; vector: number; x: number; state: number; cellState: number }

/** A built-in cell with sizes and ranges of the author's: its formulas, slips and hints are the house's. */
export type CellExercise = Common & {
  kind: 'cell'
  cell: string
  options: CellOptions
  H: number
  I: number
  T: number
  /** Quantities that are handed over instead of being computed. */
  given: string[]
  /** Quantities to compute, in the order of working. */
  asked: string[]
  reach: Reach
  form: AttemptForm
}

export type AuthoredExercise = FormulaExercise | CellExercise

export const AUTHORED_LIMITS = {
  parameters: 20,
  derived: 20,
  answers: 8,
  slips: 10,
  hints: 6,
  tests: 50,
  choices: 50,
  /** Characters of a text. */
  text: 5_000,
  title: 200,
  side: 8,
  /** Largest size of anything drawn or answered. */
  magnitude: 1_000_000,
  /** Decimals of a grid, as many as are shown. */
  decimals: 3,
  holes: 200,
  cellSize: 4,
  cellSteps: 3,
}

/**
 * What a note stores, where it is an author's own exercise; null where it names one of the house's. Notes are checked
 * in full when they are saved (lib/exchange/authored-exercise), so what is stored needs to be told apart only.
 */
export function findAuthoredExercise(stored: unknown): AuthoredExercise | null {
  if (typeof stored !== 'object' || stored === null || !('kind' in stored)) return null
  return stored.kind === 'formulas' || stored.kind === 'cell' ? (stored as AuthoredExercise) : null
}

/** How attempts name an authored exercise: by its note. Their generator version is the note's revision. */
export const authoredExerciseId = (noteId: string): string => `note:${noteId}`

/** The note of an attempt's exercise; null for one of the house's. */
export const noteOfExerciseId = (id: string): string | null => (id.startsWith('note:') ? id.slice(5) : null)
