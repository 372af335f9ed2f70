import type { SignedIn } from '@/lib/core/access/actor'
import type { Localized, NoteContent, RenderedCard } from '@/lib/core/content/content'
import { LOCALES } from '@/lib/core/content/content'
import { listExercises } from '@/lib/core/exercises/exercise-registry'
import { masteryBySkill } from '@/lib/core/exercises/mastery'
import type { Memory } from '@/lib/core/memory/memory'
import type { AvailableCard, AvailableQuestions } from '@/lib/core/quiz/available-questions'
import { findClozeAnswer } from '@/lib/core/quiz/cloze-answer'
import type { Store } from '@/lib/store/store'
import { listWithheld } from './list-withheld'

const MOST_ATTEMPTS = 2_000
/** What was never tried is stronger than what was missed, or needed hints, and weaker than what was right once. */
const UNTRIED = 0.7

/** What a learner can be asked: every exercise, and the cards of the decks that they study, with how weak they are at it. */
export async function listAvailable(store: Store, actor: SignedIn, now: number): Promise<AvailableQuestions> {
  const withheld = await listWithheld(store, actor.userId, now)
  const [attempts, memories, enrolments] = await Promise.all([
    store.exerciseAttempts.listForMastery(actor.userId, MOST_ATTEMPTS, [...withheld]),
    store.memories.listByUser(actor.userId),
    store.enrolments.listByUser(actor.userId),
  ])
  const modules = listExercises()
  const mastery = masteryBySkill(
    attempts,
    modules.map(({ id }) => id),
  )
  const memoryOf = new Map(memories.map((memory) => [memory.cardId, memory]))
  const decks = await Promise.all(enrolments.map(({ deckId }) => cardsOfDeck(store, deckId, memoryOf)))
  return {
    exercises: modules.map((module, index) => {
      const { level, attempts: tries } = mastery[index]
      return { module, weakness: tries === 0 ? UNTRIED : 1 - level }
    }),
    cards: decks.flat(),
  }
}

async function cardsOfDeck(
  store: Store,
  deckId: string,
  memoryOf: ReadonlyMap<string, Memory>,
): Promise<AvailableCard[]> {
  const [notes, cards] = await Promise.all([store.notes.listByDeck(deckId), store.cards.listByDeck(deckId)])
  const noteOf = new Map(notes.map((note) => [note.id, note]))
  return cards.flatMap((card) => {
    const note = noteOf.get(card.noteId)
    const content = note?.published
    const rendered = content?.cards.find(({ ord }) => ord === card.ord)
    if (!note || !content || !rendered || card.retiredAt !== null) return []
    const mode = modeOf(content, card.ord)
    if (mode === null) return []
    return [
      {
        cardId: card.id,
        deckId,
        tags: content.tags,
        face: { noteId: note.id, revision: note.revision, ord: card.ord },
        mode,
        backs: backsOf(rendered),
        weakness: weaknessOf(memoryOf.get(card.id)),
      },
    ]
  })
}

function modeOf(content: NoteContent, ord: number): AvailableCard['mode'] | null {
  switch (content.kind) {
    case 'BASIC':
    case 'REVERSED':
      return 'choice'
    case 'TYPED':
      return 'typed'
    case 'CLOZE': {
      const sources = LOCALES.flatMap((locale) => content.fields[locale] ?? [])
      return sources.every(({ front }) => findClozeAnswer(front, ord) !== null) ? 'cloze' : null
    }
    case 'EXERCISE':
      return null
  }
}

function backsOf({ sides }: RenderedCard): Localized<string> {
  return Object.fromEntries(Object.entries(sides).map(([locale, side]) => [locale, side.back]))
}

/** A card that lapses and is difficult is weak; a new one says nothing yet. */
function weaknessOf(memory: Memory | undefined): number {
  if (memory === undefined || memory.difficulty === null) return 0.3
  return Math.min(1, (memory.difficulty - 1) / 12 + memory.lapses * 0.15)
}
