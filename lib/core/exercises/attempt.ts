import type { Given } from './exercise'
import type { AttemptForm, AttemptGrade, Responses } from './grade-attempt'

/** Where an exercise was worked. */
export type AttemptContext = 'PRACTICE' | 'REVIEW' | 'QUIZ'

/** POST /api/v1/attempts, one item: what a browser says of one worked exercise. Its verdict is computed again. */
export type ClientAttempt = {
  id: string
  context: AttemptContext
  exercise: string
  rung: number
  form: AttemptForm
  generatorVersion: number
  seed: string
  /** The numbers of the variant: they pose it again where the generator has changed since. */
  numbers: Given
  responses: Responses
  /** Hints opened. */
  hints: number
  millis: number
  /** Epoch ms by the client's clock. */
  startedAt: number
  finishedAt: number
  quizRunId?: string
}

export type AttemptOutcome = Exclude<AttemptGrade['outcome'], 'unfinished'>

export type AttemptReceipt =
  | { id: string; status: 'stored' | 'again'; outcome: AttemptOutcome; score: number }
  | { id: string; status: 'refused'; code: 'bad-attempt' | 'unknown-exercise' | 'unfinished' }
