import type { AuthoredExercise, Text } from './authored-exercise'
import { hintKey, slipKey } from './exercise-texts'

/** A text of an exercise: its place in the definition, and its key among the rendered ones where it is Markdown. */
export type PlacedText = {
  at: string
  key: string | null
  text: Text
  /** Whether it must be written; others may be left out, in every language. */
  isNeeded: boolean
}

/** Every text of an exercise, in the order of its form. */
export function textsOfExercise(exercise: AuthoredExercise): PlacedText[] {
  const isFormulas = exercise.kind === 'formulas'
  const texts: PlacedText[] = [
    { at: 'title', key: null, text: exercise.title, isNeeded: true },
    { at: 'question', key: 'question', text: exercise.question, isNeeded: isFormulas },
  ]
  if (!isFormulas) return texts
  exercise.answers.forEach(({ name, label, slips, hints }, n) => {
    texts.push({ at: `answers.${n}.label`, key: null, text: label, isNeeded: false })
    slips.forEach(({ key, name: slipName, message }, s) => {
      const at = `answers.${n}.slips.${s}`
      texts.push({ at: `${at}.name`, key: null, text: slipName, isNeeded: true })
      texts.push({ at: `${at}.message`, key: slipKey(name, key), text: message, isNeeded: true })
    })
    hints.forEach((hint, h) => {
      texts.push({ at: `answers.${n}.hints.${h}`, key: hintKey(name, h), text: hint, isNeeded: true })
    })
  })
  texts.push({ at: 'solution', key: 'solution', text: exercise.solution, isNeeded: false })
  return texts
}
