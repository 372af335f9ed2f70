import type { Locale, NoteContent } from '../content/content'
import { checkTypedAnswer } from '../content/typed-answer'
import type { AttemptOutcome } from '../exercises/attempt'
import type { Exercise } from '../exercises/exercise'
import { gradeAttempt } from '../exercises/grade-attempt'
import { acceptedAnswers } from './accepted-answers'
import {
  choiceLetter,
  type ChoiceQuestion,
  type ComputedQuestion,
  type QuizAnswer,
  type TypedQuestion,
} from './quiz'
import type { QuestionVerdict } from './score-quiz'

type Outcome = Pick<QuestionVerdict, 'outcome' | 'score'>

/** An exercise. Boxes left empty are wrong answers. */
export function judgeComputed(
  { form }: ComputedQuestion,
  exercise: Exercise,
  answer: QuizAnswer | undefined,
): Outcome {
  const { outcome, score } = gradeAttempt(exercise, form, answer?.responses ?? {})
  const judged: AttemptOutcome = outcome === 'unfinished' ? 'wrong' : outcome
  return { outcome: judged, score }
}

/** A card. Nobody grades themselves. */
export function judgeConcept(
  question: ChoiceQuestion | TypedQuestion,
  content: NoteContent,
  answer: QuizAnswer | undefined,
  locale: Locale,
): Outcome {
  const text = answer?.text ?? ''
  const isRight =
    question.mode === 'choice'
      ? text === choiceLetter(question.right)
      : checkTypedAnswer(text, acceptedAnswers(content, question.face.ord, question.mode, locale)).isCorrect
  return isRight ? { outcome: 'right', score: 1 } : { outcome: 'wrong', score: 0 }
}
