/**
 * A quiz is a fixed list of questions: exercises with their numbers, and cards with the revision of their notes. Whoever
 * opens its link is asked the same, as far as they may read it.
 */
import type { Given } from '../exercises/exercise'
import type { AttemptForm, Responses } from '../exercises/grade-attempt'

export const QUIZ_CELLS = ['rnn', 'lstm', 'gru'] as const
export type QuizCell = (typeof QUIZ_CELLS)[number]

/** What is asked for: one quantity, whole steps, reading and judging, gradients, and the cards of the learner's decks. */
export const QUIZ_SKILLS = ['gates', 'steps', 'judgement', 'backprop', 'concepts'] as const
export type QuizSkill = (typeof QUIZ_SKILLS)[number]

export const QUIZ_DIFFICULTIES = ['easy', 'medium', 'hard'] as const
export type QuizDifficulty = (typeof QUIZ_DIFFICULTIES)[number]

export type QuizChoices = {
  cells: readonly QuizCell[]
  skills: readonly QuizSkill[]
  count: number
  difficulty: QuizDifficulty
  /** Null: as long as one likes. */
  minutes: number | null
  /** What the learner is worst at comes first. */
  isWorstFirst: boolean
}

/** One exercise with its numbers, which pose it again where the generator has changed since. */
export type ComputedQuestion = {
  kind: 'computed'
  id: string
  exercise: string
  rung: number
  form: AttemptForm
  generatorVersion: number
  seed: string
  numbers: Given
}

/** One side of a card at a revision of its note. */
export type CardFace = { noteId: string; revision: number; ord: number }

type OfCard = {
  kind: 'concept'
  id: string
  cardId: string
  deckId: string
  tags: string[]
  face: CardFace
}

/** One of four: the card's own back, and those of siblings. */
export type ChoiceQuestion = OfCard & {
  mode: 'choice'
  choices: CardFace[]
  /** Index of the card's own back. */
  right: number
}

export type TypedQuestion = OfCard & { mode: 'typed' | 'cloze' }

export type QuizQuestion = ComputedQuestion | ChoiceQuestion | TypedQuestion

export type QuizDefinition = { minutes: number | null; questions: QuizQuestion[] }

/** What was answered to one question. The latest `at` counts, whatever the order of arrival. */
export type QuizAnswer = {
  /** Epoch ms. */
  at: number
  millis: number
  /** To an exercise. */
  responses?: Responses
  /** To a card: what was typed, or the letter of the choice. */
  text?: string
}

/** By question id. */
export type QuizAnswers = Record<string, QuizAnswer>

/** PUT /api/v1/quiz-runs/{id}: what a browser kept of a run of the quiz under this link, or of one for a class. */
export type RunAnswers = { learner: string; sentAt: number; answers: QuizAnswers } & (
  { quiz: string } | { assignment: string }
)

const LETTERS = 'abcdefgh'
/** The name of a choice: its place, which says nothing of which is right. */
export const choiceLetter = (index: number): string => LETTERS[index] ?? String(index)
