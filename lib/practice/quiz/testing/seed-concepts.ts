import type { NoteContent, NoteSource, NoteKind } from '@/lib/core/content/content'
import type { Store } from '@/lib/store/store'
import { NOON, seedDeck, testId } from '@/lib/study/testing/seed-study'

export type SeededConcept = { kind: NoteKind; noteId: string; cardId: string }
export type SeededConcepts = { id: string; concepts: SeededConcept[] }

/** A deck of five basic notes, a typed one, a cloze and an exercise card, all about the LSTM, each with its revision. */
export async function seedConcepts(
  store: Store,
  visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC',
): Promise<SeededConcepts> {
  const { id } = await seedDeck(store, 0, visibility)
  const contents = [
    ...[0, 1, 2, 3, 4].map((n) => basic(`What does part ${n} do?`, `Part ${n} does this.`)),
    typed('Which function do the gates use?', ['sigmoid', 'logistic']),
    cloze('$h_t = {{c1::o_t * \\tanh(C_t)}}$'),
    { ...content('EXERCISE', { front: '', back: '' }, '', ''), exercise: { id: 'lstm-f' } },
  ]
  const concepts: SeededConcept[] = []
  for (const [position, published] of contents.entries()) {
    const [noteId, cardId] = [testId(NOON + position), testId(NOON + position)]
    const { kind, tags } = published
    await store.notes.create({
      id: noteId,
      deckId: id,
      key: `n${position}`,
      kind,
      tags,
      position,
      draft: null,
      published,
      revision: 1,
    })
    await store.noteRevisions.create({
      noteId,
      revision: 1,
      deckVersion: 1,
      content: published,
      createdAt: NOON,
    })
    await store.cards.create({ id: cardId, noteId, ord: 0, retiredAt: null, askAgainAt: null })
    concepts.push({ kind, noteId, cardId })
  }
  return { id, concepts }
}

const content = (kind: NoteKind, source: NoteSource, front: string, back: string): NoteContent => ({
  kind,
  tags: ['lstm', 'gate'],
  fields: { en: source },
  cards: [{ ord: 0, sides: { en: { front, back } } }],
})

const basic = (front: string, back: string) =>
  content('BASIC', { front, back }, `<p>${front}</p>`, `<p>${back}</p>`)

const typed = (front: string, answers: string[]) =>
  content('TYPED', { front, back: '', answers }, `<p>${front}</p>`, `<p>${answers[0]}</p>`)

const cloze = (front: string) =>
  content('CLOZE', { front, back: '' }, '<p>h_t = [...]</p>', '<p>h_t = o_t * tanh(C_t)</p>')
