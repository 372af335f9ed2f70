import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { NoteContent, NoteKind } from '@/lib/core/content/content'
import { draftOfContent } from '@/lib/core/content/draft-of-note'
import { findMoved } from '@/lib/core/content/find-moved'
import { newId } from '@/lib/platform/new-id'
import type { CardRow } from '@/lib/store/cards'
import type { Manifest, PublishCounts } from '@/lib/store/deck-publications'
import type { NewNote, NoteRow } from '@/lib/store/notes'
import type { NoteRevisionRow } from '@/lib/store/note-revisions'
import type { Tables } from '@/lib/store/tables'
import { partsOf } from './parts-of'

/** `as-published`: what stands there stays, whatever it is. */
export type NoteToPublish = {
  key: string
  content: NoteContent | 'as-published'
  /** Due again for all who know its cards. */
  isAskedAgain?: boolean
}

export type NoteUpdate = {
  id: string
  change: Partial<Pick<NoteRow, 'kind' | 'tags' | 'position' | 'published' | 'revision' | 'deletedAt'>>
}

/** What has to be written so that a deck's published notes are these. */
export type Publication = {
  newNotes: NewNote[]
  newRevisions: NoteRevisionRow[]
  newCards: CardRow[]
  /** Notes that show one of the new revisions from now on; with their kind where it is another than before. */
  reworded: { id: string; revision: number; kind: NoteKind | null }[]
  updates: NoteUpdate[]
  /** Notes that learners have no more, and that they have again as they were. */
  remove: string[]
  bringBack: string[]
  /** Of notes that only stand elsewhere than before. */
  positions: [id: string, position: number][]
  retire: string[]
  revive: string[]
  askAgain: string[]
  /** What the version consists of. */
  manifest: Manifest
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
  notes: NoteToPublish[],
  now: number,
): Promise<Publication> {
  const heads = await tables.notes.listHeads(deck.id)
  const present = heads.filter(({ deletedAt, revision }) => deletedAt === null && revision > 0)
  const plan: Publication = {
    newNotes: [],
    newRevisions: [],
    newCards: [],
    reworded: [],
    updates: [],
    remove: [],
    bringBack: [],
    positions: [],
    retire: [],
    revive: [],
    askAgain: [],
    manifest: [],
    counts: { added: 0, changed: 0, unchanged: 0, removed: 0, moved: 0, askedAgain: 0 },
  }
  const { counts } = plan
  const existing = new Map(heads.map((note) => [note.key, note]))
  const cardsOf = new Map<string, CardRow[]>()
  for (const card of await tables.cards.listByDeck(deck.id)) {
    const cards = cardsOf.get(card.noteId)
    if (cards) cards.push(card)
    else cardsOf.set(card.noteId, [card])
  }

  for (const part of partsOf([...notes.entries()], 50)) {
    const known = part.flatMap(([, { key, content }]) =>
      content === 'as-published' ? [] : (existing.get(key)?.id ?? []),
    )
    const before = new Map((await tables.notes.listByIds(known)).map((note) => [note.id, note]))
    for (const [position, note] of part) {
      if (note.content === 'as-published') keepNote(position, note)
      else placeNote(position, note.key, note.content, before)
      if (note.isAskedAgain) askAgain(note.key)
    }
    await setImmediate()
  }
  const stay = new Set(notes.map(({ key }) => key))
  for (const note of present) {
    if (stay.has(note.key)) continue
    counts.removed++
    plan.remove.push(note.id)
    for (const card of cardsOf.get(note.id) ?? []) if (card.retiredAt === null) plan.retire.push(card.id)
  }
  counts.moved = findMoved(
    present.map(({ id }) => id),
    plan.manifest.map(([id]) => id),
  ).size
  counts.askedAgain = plan.askAgain.length
  return plan

  function keepNote(position: number, { key }: NoteToPublish) {
    const note = existing.get(key)
    if (!note || note.deletedAt !== null || note.revision === 0)
      throw new Error(`Note ${key} is not published`)
    if (note.position !== position) plan.positions.push([note.id, position])
    plan.manifest.push([note.id, note.revision])
    counts.unchanged++
  }

  function placeNote(position: number, key: string, content: NoteContent, stored: Map<string, NoteRow>) {
    const head = existing.get(key)
    const { kind, tags } = content
    const note = head && stored.get(head.id)
    if (!note) {
      const id = newId(now)
      const row = { id, deckId: deck.id, key, kind, tags, position, draft: null, revision: 1 }
      plan.newNotes.push({ ...row, published: content })
      plan.manifest.push([id, 1])
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
      !isSame &&
      (published === null || !isDeepStrictEqual(draftOfContent(published), draftOfContent(content)))
    const revision = note.revision + (isReworded ? 1 : 0)
    if (isReworded) {
      addRevision(id, revision, content)
      plan.reworded.push({ id, revision, kind: note.kind === kind ? null : kind })
    } else if (!isSame) {
      plan.updates.push({ id, change: { tags, published: content, deletedAt: null } })
    } else if (isBack) {
      plan.bringBack.push(id)
    }
    if (note.position !== position) plan.positions.push([id, position])
    plan.manifest.push([id, revision])
    placeCards(id, content)
    counts[published === null ? 'added' : isReworded || isBack ? 'changed' : 'unchanged']++
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

  /** Whether they are learned already or come back: a card that goes away asks nothing. */
  function askAgain(key: string) {
    const retired = new Set(plan.retire)
    for (const { id, retiredAt } of cardsOf.get(existing.get(key)?.id ?? '') ?? []) {
      if ((retiredAt === null || plan.revive.includes(id)) && !retired.has(id)) plan.askAgain.push(id)
    }
  }

  function addRevision(noteId: string, revision: number, content: NoteContent) {
    plan.newRevisions.push({ noteId, revision, deckVersion: deck.version, content, createdAt: now })
  }
}
