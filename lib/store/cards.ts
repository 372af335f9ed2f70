import type { Db } from './db'
import type { Card } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'

export type CardRow = WithMs<Card>

export type CardsTable = ReturnType<typeof cardsTable>

export const cardsTable = (db: Db) => ({
  async create(card: CardRow): Promise<void> {
    await db.card.create({ data: toData(card) })
  },

  async createMany(cards: CardRow[]): Promise<void> {
    if (cards.length > 0) await db.card.createMany({ data: cards.map(toData) })
  },

  async update(id: string, change: Partial<Pick<CardRow, 'retiredAt' | 'askAgainAt'>>): Promise<void> {
    const { retiredAt, askAgainAt } = change
    await db.card.updateMany({
      where: { id },
      data: {
        ...(retiredAt !== undefined && { retiredAt: toDateOrNull(retiredAt) }),
        ...(askAgainAt !== undefined && { askAgainAt: toDateOrNull(askAgainAt) }),
      },
    })
  },

  /** A retired card keeps its id and every memory of it, and comes back with them: null brings it back. */
  async setRetired(ids: string[], retiredAt: number | null): Promise<void> {
    if (ids.length === 0) return
    await db.card.updateMany({ where: { id: { in: ids } }, data: { retiredAt: toDateOrNull(retiredAt) } })
  },

  /** Due from then on for everybody who knows them, whatever their own memories say, until they answer. */
  async setAskAgain(ids: string[], askAgainAt: number): Promise<void> {
    if (ids.length === 0) return
    await db.card.updateMany({ where: { id: { in: ids } }, data: { askAgainAt: toDate(askAgainAt) } })
  },

  /** Of every note of a deck, deleted notes and retired cards too. */
  async listByDeck(deckId: string): Promise<CardRow[]> {
    const rows = await db.card.findMany({
      where: { note: { deckId } },
      orderBy: [{ noteId: 'asc' }, { ord: 'asc' }],
    })
    return rows.map(withMs)
  },

  async find(id: string): Promise<CardRow | null> {
    const row = await db.card.findUnique({ where: { id } })
    return row === null ? null : withMs(row)
  },

  /** Retired ones too. */
  async listByNotes(noteIds: string[]): Promise<CardRow[]> {
    const rows = await db.card.findMany({
      where: { noteId: { in: noteIds } },
      orderBy: [{ noteId: 'asc' }, { ord: 'asc' }],
    })
    return rows.map(withMs)
  },
})

const toData = (card: CardRow) => ({
  ...card,
  retiredAt: toDateOrNull(card.retiredAt),
  askAgainAt: toDateOrNull(card.askAgainAt),
})
