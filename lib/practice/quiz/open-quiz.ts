import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { NoteContent } from '@/lib/core/content/content'
import type { Exercise } from '@/lib/core/exercises/exercise'
import type {
  CardFace,
  ChoiceQuestion,
  ComputedQuestion,
  QuizQuestion,
  TypedQuestion,
} from '@/lib/core/quiz/quiz'
import { deckSubject } from '@/lib/authoring/deck-subject'
import type { QuizRow } from '@/lib/store/quizzes'
import type { Store } from '@/lib/store/store'
import { poseAttempt } from '../pose-attempt'

export type OpenComputed = { question: ComputedQuestion; exercise: Exercise }
export type OpenConcept = {
  question: ChoiceQuestion | TypedQuestion
  content: NoteContent
  /** Of each choice, in their order. */
  choices: { face: CardFace; content: NoteContent }[]
}
export type OpenQuestion = OpenComputed | OpenConcept

export type OpenQuiz = {
  questions: OpenQuestion[]
  /** Questions about cards of decks that the opener may not read, or that are gone. */
  withheld: number
}

export const isComputed = (open: OpenQuestion): open is OpenComputed => open.question.kind === 'computed'

/** A quiz with what its questions name, as far as the opener may read it. */
export async function openQuiz(store: Store, actor: SignedIn, { definition }: QuizRow): Promise<OpenQuiz> {
  const concepts = definition.questions.filter((question) => question.kind === 'concept')
  const [readable, contents] = await Promise.all([
    listReadable(store, actor, [...new Set(concepts.map(({ deckId }) => deckId))]),
    loadContents(store, concepts.flatMap(facesOf)),
  ])
  const questions = definition.questions.flatMap((question): OpenQuestion[] => {
    if (question.kind === 'computed') {
      const exercise = poseAttempt(question)
      return exercise === null ? [] : [{ question, exercise }]
    }
    if (!readable.has(question.deckId)) return []
    const content = contents.get(nameOf(question.face))
    if (content === undefined) return []
    const faces = question.mode === 'choice' ? question.choices : []
    const choices = faces.flatMap((face) => {
      const of = contents.get(nameOf(face))
      return of === undefined ? [] : [{ face, content: of }]
    })
    return choices.length === faces.length ? [{ question, content, choices }] : []
  })
  return { questions, withheld: definition.questions.length - questions.length }
}

const facesOf = (question: Exclude<QuizQuestion, ComputedQuestion>): CardFace[] =>
  question.mode === 'choice' ? question.choices : [question.face]

const nameOf = ({ noteId, revision }: Pick<CardFace, 'noteId' | 'revision'>) => `${noteId} ${revision}`

async function listReadable(store: Store, actor: SignedIn, deckIds: string[]): Promise<Set<string>> {
  const decks = await store.decks.listByIds(deckIds)
  const subjects = await Promise.all(decks.map((deck) => deckSubject(store, actor, deck)))
  return new Set(decks.filter((_, i) => can(actor, 'deck.read', subjects[i])).map(({ id }) => id))
}

async function loadContents(store: Store, faces: CardFace[]): Promise<Map<string, NoteContent>> {
  const distinct = [...new Map(faces.map((face) => [nameOf(face), face])).values()]
  if (distinct.length === 0) return new Map()
  const rows = await store.noteRevisions.listByFaces(distinct)
  return new Map(rows.map((row) => [nameOf(row), row.content]))
}
