import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { NoteContent } from '@/lib/core/content/content'
import { newId } from '@/lib/platform/new-id'
import type { CardRow } from '@/lib/store/cards'
import type { NewNote, NoteRow } from '@/lib/store/notes'
import type { NoteRevisionRow } from '@/lib/store/note-revisions'
import type { Tables } from '@/lib/store/tables'
import { partsOf } from './parts-of'
import type { PreparedNote } from './prepare-deck'

export type PublishCounts = { added: number; changed: number; unchanged: number; removed: number }

export type NoteUpdate = {
  id: string
  change: Partial<Pick<NoteRow, 'kind' | 'tags' | 'position' | 'published' | 'revision' | 'deletedAt'>>
}

/** What has to be written so that a deck's published notes are these. */
export type Publication = {
  newNotes: NewNote[]
  newRevisions: NoteRevisionRow[]
  newCards: CardRow[]
  updates: NoteUpdate[]
  retire: string[]
  revive: string[]
  counts: PublishCounts
}

/**
 * Compares a deck's notes as they are with what they shall be. Nobody's memory is touched: a note is known by its
 * key and a card by its side or cloze number, so both keep their ids; what goes away is retired and comes back as the
 * same card. Only reads, in parts and before the transaction, which then has to take the deck at the version read.
 */
export async function planPublication(
  tables: Tables,
  deck: { id: string; version: number },
  notes: PreparedNote[],
  now: number,
): Promise<Publication> {
  const plan: Publication = {
    newNotes: [],
    newRevisions: [],
    newCards: [],
    updates: [],
    retire: [],
    revive: [],
    counts: { added: 0, changed: 0, unchanged: 0, removed: 0 },
  }
  const { counts } = plan
  const existing = new Map((await tables.notes.listHeads(deck.id)).map((note) => [note.key, note]))
  const cardsOf = new Map<string, CardRow[]>()
  for (const card of await tables.cards.listByDeck(deck.id)) {
    const cards = cardsOf.get(card.noteId)
    if (cards) cards.push(card)
    else cardsOf.set(card.noteId, [card])
  }

  for (const part of partsOf([...notes.entries()], 50)) {
    const known = part.flatMap(([, { key }]) => existing.get(key)?.id ?? [])
    const before = new Map((await tables.notes.listByIds(known)).map((note) => [note.id, note]))
    for (const [position, note] of part) placeNote(position, note, before)
    await setImmediate()
  }
  for (const note of existing.values()) {
    // What was never published is its authors' draft, and stays one.
    if (note.deletedAt !== null || note.revision === 0) continue
    counts.removed++
    plan.updates.push({ id: note.id, change: { deletedAt: now } })
    for (const card of cardsOf.get(note.id) ?? []) if (card.retiredAt === null) plan.retire.push(card.id)
  }
  return plan

  function placeNote(position: number, { key, content }: PreparedNote, stored: Map<string, NoteRow>) {
    const head = existing.get(key)
    existing.delete(key)
    const { kind, tags } = content
    const note = head && stored.get(head.id)
    if (!note) {
      const id = newId(now)
      const row = { id, deckId: deck.id, key, kind, tags, position, draft: null, revision: 1 }
      plan.newNotes.push({ ...row, published: content })
      addRevision(id, 1, content)
      placeCards(id, content)
      counts.added++
      return
    }
    const { id, published, deletedAt } = note
    const isBack = deletedAt !== null
    const isSame = isDeepStrictEqual(published, content)
    // The same words rendered better are no new revision: nothing that anybody said of the note changes.
    const isReworded =
      !isSame && (published === null || !isDeepStrictEqual(wordsOf(published), wordsOf(content)))
    const revision = note.revision + (isReworded ? 1 : 0)
    if (isReworded) addRevision(id, revision, content)
    if (!isSame) {
      const change = { kind, tags, position, published: content, revision, deletedAt: null }
      plan.updates.push({ id, change })
    } else if (note.position !== position || isBack) {
      plan.updates.push({ id, change: { position, deletedAt: null } })
    }
    placeCards(id, content)
    counts[isReworded || isBack ? 'changed' : 'unchanged']++
  }

  function placeCards(noteId: string, content: NoteContent) {
    const cards = new Map((cardsOf.get(noteId) ?? []).map((card) => [card.ord, card]))
    for (const { ord } of content.cards) {
      const card = cards.get(ord)
      cards.delete(ord)
      if (!card) plan.newCards.push({ id: newId(now), noteId, ord, retiredAt: null, askAgainAt: null })
      else if (card.retiredAt !== null) plan.revive.push(card.id)
    }
    for (const card of cards.values()) if (card.retiredAt === null) plan.retire.push(card.id)
  }

  function addRevision(noteId: string, revision: number, content: NoteContent) {
    plan.newRevisions.push({ noteId, revision, deckVersion: deck.version, content, createdAt: now })
  }
}

const wordsOf = ({ cards: _cards, formulas: _formulas, texts: _texts, ...words }: NoteContent) => words
