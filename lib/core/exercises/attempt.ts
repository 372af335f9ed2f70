import type { Given } from './exercise'
import type { AttemptForm, AttemptGrade, Responses } from './grade-attempt'

/** Where an exercise was worked. */
export type AttemptContext = 'PRACTICE' | 'REVIEW' | 'QUIZ'

/** POST /api/v1/attempts, one item: what a browser says of one worked exercise. Its verdict is computed again. */
export type ClientAttempt = {
  id: string
  /** Never a quiz: its attempts are written where it is judged, by its finish. */
  context: Exclude<AttemptContext, 'QUIZ'>
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
  /** Ended with tasks that were not answered. Without it, such an attempt is none yet. */
  gaveUp?: boolean
}

export type AttemptOutcome = Exclude<AttemptGrade['outcome'], 'unfinished'>

export type AttemptReceipt =
  | { id: string; status: 'stored' | 'again'; outcome: AttemptOutcome; score: number }
  | { id: string; status: 'refused'; code: 'bad-attempt' | 'unknown-exercise' | 'unfinished' }
