import type { Localized } from '../content/content'
import type { ExerciseModule } from '../exercises/exercise'
import type { CardFace, QuizCell, QuizSkill } from './quiz'

/** How sure it is that a learner lacks something: 0 (they have it) to 1. Only the order matters. */
type Weakness = { weakness: number }

export type AvailableExercise = Weakness & { module: ExerciseModule }

export type AvailableCard = Weakness & {
  cardId: string
  deckId: string
  tags: string[]
  face: CardFace
  mode: 'choice' | 'typed' | 'cloze'
  /** The back by language, to tell whether two choices would read alike. */
  backs: Localized<string>
}

export type AvailableQuestions = { exercises: AvailableExercise[]; cards: AvailableCard[] }

const SKILL_OF_GROUP: Record<ExerciseModule['group'], QuizSkill> = {
  rnn: 'gates',
  lstm: 'gates',
  gru: 'gates',
  whole: 'steps',
  judgement: 'judgement',
  backprop: 'backprop',
}

export const skillOfExercise = ({ group }: ExerciseModule): QuizSkill => SKILL_OF_GROUP[group]

/** The cells that an exercise is about; those of no one cell (which gate did this?) are about the gated ones. */
export function cellsOfExercise({ id }: ExerciseModule): QuizCell[] {
  if (/^(rnn|jordan)-/.test(id)) return ['rnn']
  if (id.startsWith('lstm-')) return ['lstm']
  return id.startsWith('gru-') ? ['gru'] : ['lstm', 'gru']
}
