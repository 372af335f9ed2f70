import type { NoteContent, NoteKind } from '@/lib/core/content/content'
import type { Memory } from '@/lib/core/memory/memory'
import type { Db } from './db'
import { Prisma } from './generated/sqlite/client'
import { readJson } from './json-column'
import { toMemory } from './memories'

/** A card as the queue sees it, with this learner's memory of it, if there is one. */
export type StudyCardRow = {
  id: string
  noteId: string
  deckId: string
  ord: number
  position: number
  askAgainAt: number | null
  memory: Memory | null
}

export type PublishedNote = {
  id: string
  deckId: string
  kind: NoteKind
  tags: string[]
  position: number
  revision: number
  content: NoteContent
}

export type StudyCardsTable = ReturnType<typeof studyCardsTable>

/** Cards to be studied: published, and not retired. */
export const studyCardsTable = (db: Db) => ({
  /** Touched and not suspended: due through a study day, in a step of minutes, asked again, or made new again. */
  async listWaiting(userId: string, deckIds: string[], throughDay: number): Promise<StudyCardRow[]> {
    const rows = await db.memory.findMany({
      where: {
        userId,
        suspended: false,
        OR: [
          { dueDay: { lte: throughDay } },
          { dueAt: { not: null } },
          { state: 'NEW' },
          { card: { askAgainAt: { not: null } } },
        ],
        card: studiedIn(deckIds),
      },
      include: { card: CARD_WITH_NOTE },
    })
    return rows.map((row) => ({ ...toPlace(row.card), memory: toMemory(row) }))
  },

  /** Of these cards, or every touched one of the decks, whatever its state. */
  async listTouched(userId: string, deckIds: string[], cardIds?: string[]): Promise<StudyCardRow[]> {
    const rows = await db.memory.findMany({
      where: { userId, ...(cardIds && { cardId: { in: cardIds } }), card: studiedIn(deckIds) },
      include: { card: CARD_WITH_NOTE },
    })
    return rows.map((row) => ({ ...toPlace(row.card), memory: toMemory(row) }))
  },

  /** Suspended, buried past `today`, flagged, or slipped at least `lapses` times (null: that counts for nothing). */
  async listSetAside(
    userId: string,
    deckIds: string[],
    today: number,
    lapses: number | null,
  ): Promise<StudyCardRow[]> {
    const rows = await db.memory.findMany({
      where: {
        userId,
        OR: [
          { suspended: true },
          { buriedUntilDay: { gt: today } },
          { flag: { gt: 0 } },
          ...(lapses === null ? [] : [{ lapses: { gte: lapses } }]),
        ],
        card: studiedIn(deckIds),
      },
      include: { card: CARD_WITH_NOTE },
      orderBy: { cardId: 'asc' },
      take: MOST_SET_ASIDE,
    })
    return rows.map((row) => ({ ...toPlace(row.card), memory: toMemory(row) }))
  },

  /** Every card that can be studied, by deck. */
  async listIds(deckIds: string[]): Promise<Map<string, string[]>> {
    const rows = await db.card.findMany({
      where: studiedIn(deckIds),
      select: { id: true, note: { select: { deckId: true } } },
      orderBy: { id: 'asc' },
    })
    const ids = new Map<string, string[]>(deckIds.map((deckId) => [deckId, []]))
    for (const { id, note } of rows) ids.get(note.deckId)?.push(id)
    return ids
  },

  /** Some cards with the note each is of, as published. */
  async listFaces(cardIds: string[]): Promise<{ id: string; ord: number; noteId: string }[]> {
    return db.card.findMany({
      where: { id: { in: cardIds } },
      select: { id: true, ord: true, noteId: true },
    })
  },

  /** Cards of these decks that were answered, with the study day of the last answer. */
  async listAnswered(userId: string, deckIds: string[]): Promise<{ deckId: string; lastDay: number }[]> {
    if (deckIds.length === 0) return []
    const rows = await db.memory.findMany({
      where: { userId, lastDay: { not: null }, card: studiedIn(deckIds) },
      select: { lastDay: true, card: { select: { note: { select: { deckId: true } } } } },
    })
    return rows.flatMap(({ lastDay, card }) =>
      lastDay === null ? [] : [{ deckId: card.note.deckId, lastDay }],
    )
  },

  /**
   * Never touched: of every note of which another card was touched, and of the first `noteCount` notes of which none
   * was. The former may all be hidden by their siblings on a day, so they stand for nothing in the count.
   */
  async listUntouched(userId: string, deckId: string, noteCount: number): Promise<StudyCardRow[]> {
    const untouched = { retiredAt: null, memories: { none: { userId } } }
    const touched = { memories: { some: { userId } } }
    const select = { deckId: true, position: true, cards: { where: untouched } }
    const ofDeck = publishedIn([deckId])
    const [begun, fresh] = await Promise.all([
      db.note.findMany({
        where: { ...ofDeck, AND: [{ cards: { some: untouched } }, { cards: { some: touched } }] },
        select,
      }),
      db.note.findMany({
        where: { ...ofDeck, cards: { some: untouched, none: touched } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        take: noteCount,
        select,
      }),
    ])
    return [...begun, ...fresh].flatMap(({ cards, ...note }) =>
      cards.map((card) => ({ ...toPlace({ ...card, note }), memory: null })),
    )
  },

  async listPublishedNotes(noteIds: string[]): Promise<PublishedNote[]> {
    const rows = await db.note.findMany({ where: { id: { in: noteIds }, published: { not: Prisma.DbNull } } })
    return rows.map(({ id, deckId, kind, tags, position, revision, published }) => ({
      id,
      deckId,
      kind,
      tags: readJson<string[]>(tags),
      position,
      revision,
      content: readJson<NoteContent>(published),
    }))
  },
})

/** More than anybody looks through; a pack stays of a size that a phone takes. */
const MOST_SET_ASIDE = 2_000

const publishedIn = (deckIds: string[]) => ({
  deckId: { in: deckIds },
  deletedAt: null,
  published: { not: Prisma.DbNull },
})

const studiedIn = (deckIds: string[]) => ({ retiredAt: null, note: publishedIn(deckIds) })

const CARD_WITH_NOTE = {
  select: {
    id: true,
    noteId: true,
    ord: true,
    askAgainAt: true,
    note: { select: { deckId: true, position: true } },
  },
} as const

type CardWithNote = {
  id: string
  noteId: string
  ord: number
  askAgainAt: Date | null
  note: { deckId: string; position: number }
}

const toPlace = ({ id, noteId, ord, askAgainAt, note }: CardWithNote) => ({
  id,
  noteId,
  ord,
  deckId: note.deckId,
  position: note.position,
  askAgainAt: askAgainAt?.getTime() ?? null,
})
