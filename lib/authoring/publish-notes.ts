import { isDeepStrictEqual } from 'node:util'
import type { NoteContent } from '@/lib/core/content/content'
import { newId } from '@/lib/platform/new-id'
import type { CardRow } from '@/lib/store/cards'
import type { Tables } from '@/lib/store/tables'
import type { PreparedNote } from './prepare-deck'

export type PublishCounts = { added: number; changed: number; unchanged: number; removed: number }

/**
 * Makes a deck's published notes be these. Nobody's memory is touched: a note is known by its key and a card by its
 * side or cloze number, so both keep their ids; what goes away is retired and comes back as the same card.
 * Runs inside a transaction that has taken the deck.
 */
export async function publishNotes(
  tables: Tables,
  deck: { id: string; version: number },
  notes: PreparedNote[],
  now: number,
): Promise<PublishCounts> {
  const counts: PublishCounts = { added: 0, changed: 0, unchanged: 0, removed: 0 }
  const existing = new Map((await tables.notes.listAllByDeck(deck.id)).map((note) => [note.key, note]))
  const cardsOf = new Map<string, CardRow[]>()
  for (const card of await tables.cards.listByDeck(deck.id)) {
    cardsOf.set(card.noteId, [...(cardsOf.get(card.noteId) ?? []), card])
  }
  const retire: string[] = []
  const revive: string[] = []

  for (const [position, { key, content }] of notes.entries()) {
    const { kind, tags } = content
    const note = existing.get(key)
    existing.delete(key)
    const id = note?.id ?? newId(now)
    if (!note) {
      counts.added++
      const row = {
        id,
        deckId: deck.id,
        key,
        kind,
        tags,
        position,
        draft: null,
        published: content,
        revision: 1,
      }
      await tables.notes.create(row)
      await addRevision(id, 1, content)
    } else if (!isDeepStrictEqual(note.published, content)) {
      // The same words rendered better are no new revision: nothing that anybody said of the note changes.
      const isReworded =
        note.published === null || !isDeepStrictEqual(wordsOf(note.published), wordsOf(content))
      const revision = note.revision + (isReworded ? 1 : 0)
      counts[isReworded || note.deletedAt !== null ? 'changed' : 'unchanged']++
      await tables.notes.update(id, { kind, tags, position, published: content, revision, deletedAt: null })
      if (isReworded) await addRevision(id, revision, content)
    } else {
      counts[note.deletedAt === null ? 'unchanged' : 'changed']++
      if (note.position !== position || note.deletedAt !== null) {
        await tables.notes.update(id, { position, deletedAt: null })
      }
    }

    const cards = new Map((cardsOf.get(id) ?? []).map((card) => [card.ord, card]))
    for (const { ord } of content.cards) {
      const card = cards.get(ord)
      cards.delete(ord)
      if (!card)
        await tables.cards.create({ id: newId(now), noteId: id, ord, retiredAt: null, askAgainAt: null })
      else if (card.retiredAt !== null) revive.push(card.id)
    }
    for (const card of cards.values()) if (card.retiredAt === null) retire.push(card.id)
  }

  for (const note of existing.values()) {
    if (note.deletedAt !== null) continue
    counts.removed++
    await tables.notes.update(note.id, { deletedAt: now })
    for (const card of cardsOf.get(note.id) ?? []) if (card.retiredAt === null) retire.push(card.id)
  }
  await tables.cards.setRetired(retire, now)
  await tables.cards.setRetired(revive, null)
  return counts

  async function addRevision(noteId: string, revision: number, content: NoteContent) {
    await tables.noteRevisions.create({
      noteId,
      revision,
      deckVersion: deck.version,
      content,
      createdAt: now,
    })
  }
}

const wordsOf = ({ cards: _, ...words }: NoteContent) => words
