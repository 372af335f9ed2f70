import { makeExercise } from '../exercises/make-exercise'
import { hashText, randomStream, type RandomStream } from '../exercises/random-stream'
import { LOCALES } from '../content/content'
import {
  cellsOfExercise,
  skillOfExercise,
  type AvailableCard,
  type AvailableExercise,
  type AvailableQuestions,
} from './available-questions'
import type { ChoiceQuestion, ComputedQuestion, QuizChoices, QuizDefinition, QuizQuestion } from './quiz'

const WRONG_CHOICES = 3
/** Wrong choices are drawn from so many of the nearest siblings, so that a card does not always meet the same three. */
const NEAREST = 8
/** Seeds that are tried before an exercise of few variants is thought used up. */
const MOST_SEEDS = 30

/**
 * Draws a quiz: half of it exercises and half cards where both are wanted, fewer questions where there are not so many,
 * none twice, in mixed order. The same choices, questions and seed give the same quiz.
 */
export function drawQuiz(choices: QuizChoices, available: AvailableQuestions, seed: string): QuizDefinition {
  const stream = (part: string) => randomStream(seed, `quiz ${part}`)
  const exercises = inOrder(chosenExercises(choices, available), choices, stream('exercises'))
  const cards = inOrder(chosenCards(choices, available), choices, stream('cards'))

  const cardsWanted = exercises.length === 0 ? choices.count : Math.floor(choices.count / 2)
  const concepts = drawConcepts(cards, cardsWanted, available.cards, stream)
  const computed = drawComputed(exercises, choices.count - concepts.length, choices, seed)
  const questions = stream('order').shuffled<QuizQuestion>([...computed, ...concepts])
  return {
    minutes: choices.minutes,
    questions: questions.map((question, index) => ({ ...question, id: `q${index + 1}` })),
  }
}

function chosenExercises({ cells, skills }: QuizChoices, { exercises }: AvailableQuestions) {
  return exercises.filter(
    ({ module }) =>
      skills.includes(skillOfExercise(module)) &&
      cellsOfExercise(module).some((cell) => cells.includes(cell)),
  )
}

/** A card with the tag of a cell belongs to that cell; one without any belongs to all. */
function chosenCards({ cells, skills }: QuizChoices, { cards }: AvailableQuestions) {
  if (!skills.includes('concepts')) return []
  const others = ['rnn', 'lstm', 'gru'].filter((cell) => !cells.some((chosen) => chosen === cell))
  return cards.filter(
    ({ tags }) => cells.some((cell) => tags.includes(cell)) || !others.some((cell) => tags.includes(cell)),
  )
}

function inOrder<T extends { weakness: number }>(
  items: T[],
  { isWorstFirst }: QuizChoices,
  stream: RandomStream,
): T[] {
  const shuffled = stream.shuffled(items)
  return isWorstFirst ? shuffled.sort((a, b) => b.weakness - a.weakness) : shuffled
}

/** One card a note: two sides of one note would answer each other. */
function drawConcepts(
  cards: AvailableCard[],
  count: number,
  siblings: AvailableCard[],
  stream: (part: string) => RandomStream,
): QuizQuestion[] {
  const drawn: QuizQuestion[] = []
  const notes = new Set<string>()
  for (const card of cards) {
    if (drawn.length >= count) break
    if (notes.has(card.face.noteId)) continue
    const question = askCard(card, siblings, stream(`choices ${card.cardId}`))
    if (question === null) continue
    notes.add(card.face.noteId)
    drawn.push(question)
  }
  return drawn
}

/** Null where there are not enough siblings to choose among. */
function askCard(card: AvailableCard, siblings: AvailableCard[], stream: RandomStream): QuizQuestion | null {
  const { cardId, deckId, tags, face, mode } = card
  const common = { kind: 'concept' as const, id: '', cardId, deckId, tags, face }
  if (mode !== 'choice') return { ...common, mode }
  const wrong = drawWrong(card, siblings, stream)
  if (wrong.length < WRONG_CHOICES) return null
  const choices = stream.shuffled([face, ...wrong.map((sibling) => sibling.face)])
  return { ...common, mode, choices, right: choices.indexOf(face) } satisfies ChoiceQuestion
}

function drawWrong(card: AvailableCard, siblings: AvailableCard[], stream: RandomStream): AvailableCard[] {
  const likeness = ({ tags }: AvailableCard) => tags.filter((tag) => card.tags.includes(tag)).length
  const able = stream.shuffled(
    siblings.filter(
      (sibling) =>
        sibling.mode === 'choice' &&
        sibling.deckId === card.deckId &&
        sibling.face.noteId !== card.face.noteId &&
        sibling.face.ord === card.face.ord &&
        LOCALES.every((locale) => card.backs[locale] === undefined || sibling.backs[locale] !== undefined),
    ),
  )
  const near = able.sort((a, b) => likeness(b) - likeness(a)).slice(0, NEAREST)
  const drawn: AvailableCard[] = []
  for (const sibling of [...stream.shuffled(near), ...able.slice(NEAREST)]) {
    if (drawn.length === WRONG_CHOICES) break
    if ([card, ...drawn].every((other) => !readsLike(sibling, other))) drawn.push(sibling)
  }
  return drawn
}

const readsLike = (a: AvailableCard, b: AvailableCard): boolean =>
  a.face.noteId === b.face.noteId ||
  LOCALES.some((locale) => a.backs[locale] !== undefined && a.backs[locale] === b.backs[locale])

/** Goes round the exercises until there are enough, with other numbers each time round. */
function drawComputed(
  exercises: AvailableExercise[],
  count: number,
  { difficulty }: QuizChoices,
  seed: string,
): ComputedQuestion[] {
  const drawn: ComputedQuestion[] = []
  const used = new Set<string>()
  let left = exercises
  for (let round = 0; drawn.length < count && left.length > 0; round++) {
    left = left.filter(({ module }) => {
      if (drawn.length >= count) return false
      const rung = rungFor(difficulty, module.rungs.length)
      for (let n = 0; n < MOST_SEEDS; n++) {
        const numberSeed = hashText(`quiz ${seed} ${module.id} ${round} ${n}`).slice(0, 12)
        const { numbers, generatorVersion } = makeExercise(module, rung, numberSeed)
        const key = `${module.id} ${JSON.stringify(numbers)}`
        if (used.has(key)) continue
        used.add(key)
        const form = difficulty === 'hard' ? 'hard' : 'stepwise'
        const variant = {
          exercise: module.id,
          rung,
          form,
          generatorVersion,
          seed: numberSeed,
          numbers,
        } as const
        drawn.push({ kind: 'computed', id: '', ...variant })
        return true
      }
      return false
    })
  }
  return drawn
}

function rungFor(difficulty: QuizChoices['difficulty'], rungs: number): number {
  if (difficulty === 'easy') return 1
  return difficulty === 'hard' ? rungs : Math.ceil(rungs / 2 + 0.5)
}
