import { findAuthoredExercise } from '../authored-exercises/authored-exercise'
import type { ExerciseTexts } from '../authored-exercises/exercise-texts'
import { poseAuthored } from '../authored-exercises/pose-authored'
import type { Exercise } from './exercise'
import { exerciseOfShowing, findExerciseCard } from './exercise-card'
import { getExercise } from './exercise-registry'
import type { AttemptForm } from './grade-attempt'

/** What a learner's browser holds of a card whose note asks an exercise. */
export type ExerciseHolder = {
  noteId: string
  noteRevision: number
  exercise?: unknown
  texts?: ExerciseTexts
}

export type ShownExercise = {
  exercise: Exercise
  form: AttemptForm
  /** What a practised learner takes. */
  seconds: number
}

/** The variant that a showing of a card asks, whoever wrote the exercise. Null when this build cannot pose it. */
export function poseShowing(holder: ExerciseHolder, seed: string): ShownExercise | null {
  const house = findExerciseCard(holder.exercise)
  if (house !== null) {
    const { seconds } = getExercise(house.id).rungs[house.rung - 1]
    return { exercise: exerciseOfShowing(house, seed), form: house.form, seconds }
  }
  const authored = findAuthoredExercise(holder.exercise)
  if (authored === null) return null
  const { noteId, noteRevision: revision, texts = null } = holder
  const exercise = poseAuthored(authored, { noteId, revision, texts }, seed)
  if (exercise === null) return null
  const form = authored.kind === 'cell' ? authored.form : 'stepwise'
  return { exercise, form, seconds: authored.seconds }
}
