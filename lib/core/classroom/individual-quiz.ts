import { findExercise } from '../exercises/exercise-registry'
import { makeExercise } from '../exercises/make-exercise'
import { hashText } from '../exercises/random-stream'
import type { QuizDefinition } from '../quiz/quiz'

/** What a learner's own numbers come from: the same for every attempt, another for every assignment and learner. */
export const numbersOf = (assignmentId: string, learnerId: string): string => `${assignmentId} ${learnerId}`

/** The same questions with numbers of one's own. Questions about cards have none and stay as they are. */
export function individualQuiz({ questions, minutes }: QuizDefinition, of: string): QuizDefinition {
  return {
    minutes,
    questions: questions.map((question) => {
      const exercise = question.kind === 'computed' ? findExercise(question.exercise) : null
      if (question.kind !== 'computed' || exercise === null || question.rung > exercise.rungs.length)
        return question
      const seed = hashText(`class ${of} ${question.id}`).slice(0, 12)
      const { numbers, generatorVersion } = makeExercise(exercise, question.rung, seed)
      return { ...question, seed, numbers, generatorVersion }
    }),
  }
}
