import { describe, expect, it } from 'vitest'
import { listExercises } from '../exercises/exercise-registry'
import type { AvailableCard, AvailableQuestions } from './available-questions'
import { drawQuiz } from './draw-quiz'
import { QUIZ_CELLS, QUIZ_SKILLS, type ChoiceQuestion, type QuizChoices, type QuizQuestion } from './quiz'

const SEEDS = Array.from({ length: process.env.UNROLL_FULL ? 1_000 : 120 }, (_, n) => `seed ${n}`)

const card = (n: number, more: Partial<AvailableCard> = {}): AvailableCard => ({
  cardId: `card${n}`,
  deckId: 'deck',
  tags: [['rnn'], ['lstm', 'gate'], ['gru', 'gate'], ['lstm', 'state']][n % 4],
  face: { noteId: `note${n}`, revision: 1, ord: 0 },
  mode: 'choice',
  backs: { en: `Back ${n}`, zh: `背面 ${n}` },
  weakness: 0,
  ...more,
})

const available: AvailableQuestions = {
  exercises: listExercises().map((module) => ({ module, weakness: 0 })),
  cards: [
    ...Array.from({ length: 24 }, (_, n) => card(n)),
    card(24, { mode: 'typed' }),
    card(25, { mode: 'cloze' }),
    // Two sides of one note, and two notes whose backs read alike.
    card(26, { face: { noteId: 'note0', revision: 1, ord: 1 } }),
    card(27, { backs: { en: 'Back 1', zh: '另一种说法' } }),
  ],
}

const choices: QuizChoices = {
  cells: QUIZ_CELLS,
  skills: QUIZ_SKILLS,
  count: 12,
  difficulty: 'easy',
  minutes: null,
  isWorstFirst: false,
}

const keyOf = (question: QuizQuestion) =>
  question.kind === 'computed'
    ? `${question.exercise} ${JSON.stringify(question.numbers)}`
    : question.face.noteId

const choicesOf = (questions: QuizQuestion[]): ChoiceQuestion[] =>
  questions.filter((question) => question.kind === 'concept').filter((question) => question.mode === 'choice')

describe('a drawn quiz', () => {
  const quizzes = SEEDS.map((seed) => drawQuiz(choices, available, seed).questions)

  it('has as many questions as asked for, half of them cards, none twice', () => {
    for (const questions of quizzes) {
      expect(questions).toHaveLength(12)
      expect(questions.filter(({ kind }) => kind === 'concept')).toHaveLength(6)
      expect(new Set(questions.map(keyOf)).size).toBe(12)
      expect(questions.map(({ id }) => id)).toEqual(questions.map((_, index) => `q${index + 1}`))
    }
  })

  it('is the same for the same seed, and another for another', () => {
    expect(SEEDS.map((seed) => drawQuiz(choices, available, seed).questions)).toEqual(quizzes)
    expect(new Set(quizzes.map((questions) => JSON.stringify(questions))).size).toBe(SEEDS.length)
  })

  it('offers four choices that read differently, the card’s own among them', () => {
    for (const question of quizzes.flatMap(choicesOf)) {
      const backs = question.choices.map(
        ({ noteId, ord }) =>
          available.cards.find(({ face }) => face.noteId === noteId && face.ord === ord)?.backs.en,
      )
      expect(new Set(backs).size).toBe(4)
      expect(question.choices[question.right]).toEqual(question.face)
    }
  })

  it('puts the right choice in every place alike', () => {
    const asked = quizzes.flatMap(choicesOf)
    for (const place of [0, 1, 2, 3]) {
      const share = asked.filter(({ right }) => right === place).length / asked.length
      expect(Math.abs(share - 0.25)).toBeLessThan(0.06)
    }
  })

  it('asks about the chosen cells alone', () => {
    const rnn: QuizChoices = { ...choices, cells: ['rnn'], count: 8 }
    for (const seed of SEEDS.slice(0, 20)) {
      for (const question of drawQuiz(rnn, available, seed).questions) {
        if (question.kind === 'computed') expect(question.exercise).toMatch(/^(rnn|jordan)-/)
        else expect(question.tags).toContain('rnn')
      }
    }
  })

  it('begins with what the learner is worst at', () => {
    const weak: AvailableQuestions = {
      exercises: available.exercises.map(({ module }) => ({
        module,
        weakness: module.id === 'gru-z' ? 1 : 0,
      })),
      cards: available.cards.map((each) => ({ ...each, weakness: each.cardId === 'card9' ? 1 : 0 })),
    }
    for (const seed of SEEDS.slice(0, 20)) {
      const { questions } = drawQuiz({ ...choices, count: 2, isWorstFirst: true }, weak, seed)
      expect(
        questions
          .map((question) => (question.kind === 'computed' ? question.exercise : question.cardId))
          .sort(),
      ).toEqual(['card9', 'gru-z'])
    }
  })

  it('is shorter where there is not enough to ask, and empty where there is nothing', () => {
    const only: AvailableQuestions = { exercises: [], cards: available.cards.slice(0, 5) }
    expect(drawQuiz(choices, only, 'x').questions).toHaveLength(5)
    expect(drawQuiz(choices, { exercises: [], cards: available.cards.slice(0, 3) }, 'x').questions).toEqual(
      [],
    )
  })

  it('asks an exercise of few variants only as often as it has variants', () => {
    const module = listExercises().find(({ id }) => id === 'gate-order')
    if (module?.listVariants == null) throw new Error('gate-order has a list')
    const variants = module.listVariants(1).length
    const { questions } = drawQuiz(
      { ...choices, count: 20 },
      { exercises: [{ module, weakness: 0 }], cards: [] },
      'few',
    )
    expect(questions.length).toBeLessThanOrEqual(variants)
    expect(new Set(questions.map(keyOf)).size).toBe(questions.length)
  })
})
