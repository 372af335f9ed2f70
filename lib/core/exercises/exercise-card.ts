/** An EXERCISE note asks one exercise, with new numbers at each showing. */
import type { Exercise, ExerciseModule } from './exercise'
import { findExercise } from './exercise-registry'
import type { AttemptForm } from './grade-attempt'
import { makeExercise } from './make-exercise'
import { hashText } from './random-stream'

/** What a note stores: an exercise's id, and in `parameters` its rung and form. */
export type ExerciseCard = { id: string; rung: number; form: AttemptForm }

/**
 * Reads what an EXERCISE note stores: `{ id, parameters: { rung?, form? } }`. The first rung, stepwise, unless it
 * says otherwise. Null when there is no such exercise or rung, or a parameter that it does not know.
 */
export function findExerciseCard(stored: unknown): ExerciseCard | null {
  if (!isRecord(stored) || typeof stored.id !== 'string') return null
  const exercise = findExercise(stored.id)
  if (exercise === null) return null
  const parameters = stored.parameters ?? {}
  if (!isRecord(parameters)) return null
  if (Object.keys(parameters).some((name) => name !== 'rung' && name !== 'form')) return null
  const { rung = 1, form = 'stepwise' } = parameters
  if (typeof rung !== 'number' || !Number.isInteger(rung) || rung < 1 || rung > exercise.rungs.length)
    return null
  return form === 'stepwise' || form === 'hard' ? { id: exercise.id, rung, form } : null
}

/**
 * The seed of one showing of an exercise card: a reload, an undo or a lost network keeps the variant, and the next
 * review, which comes after another event, changes it.
 * @param after the card's last event that the client knows, or null at the first showing
 */
export function showingSeed(userId: string, cardId: string, after: string | null): string {
  return hashText(`showing ${userId} ${cardId} ${after ?? ''}`)
}

/** The variant that a showing of a card asks. Throws when the card's exercise is not in this build. */
export function exerciseOfShowing(card: ExerciseCard, seed: string): Exercise {
  const exercise: ExerciseModule | null = findExercise(card.id)
  if (exercise === null) throw new Error(`There is no exercise ${card.id}`)
  return makeExercise(exercise, card.rung, seed)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
