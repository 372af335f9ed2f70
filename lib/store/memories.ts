import type { Memory } from '@/lib/core/memory/memory'
import type { Db } from './db'
import type { Memory as MemoryTableRow } from './generated/sqlite/client'
import { toDateOrNull, withMs } from './instant'

export type MemoryRow = Memory & { userId: string; cardId: string; version: number }

export type MemoriesTable = ReturnType<typeof memoriesTable>

export const memoriesTable = (db: Db) => ({
  async find(userId: string, cardId: string): Promise<MemoryRow | null> {
    const row = await db.memory.findUnique({ where: { userId_cardId: { userId, cardId } } })
    return row === null ? null : toMemoryRow(row)
  },

  async listByCards(userId: string, cardIds: string[]): Promise<MemoryRow[]> {
    return (await db.memory.findMany({ where: { userId, cardId: { in: cardIds } } })).map(toMemoryRow)
  },

  /** Notes of a deck of which somebody has flagged a card. */
  async listFlaggedNotes(userId: string, deckId: string): Promise<Set<string>> {
    const rows = await db.memory.findMany({
      where: { userId, flag: { gt: 0 }, card: { note: { deckId } } },
      select: { card: { select: { noteId: true } } },
    })
    return new Set(rows.map(({ card }) => card.noteId))
  },

  async listCardIds(userId: string): Promise<string[]> {
    const rows = await db.memory.findMany({ where: { userId }, select: { cardId: true } })
    return rows.map(({ cardId }) => cardId)
  },

  /** Forgets the cache, not the log. */
  async delete(userId: string, cardId: string): Promise<void> {
    await db.memory.deleteMany({ where: { userId, cardId } })
  },

  async listByUser(userId: string): Promise<MemoryRow[]> {
    return (await db.memory.findMany({ where: { userId } })).map(toMemoryRow)
  },

  /** Of the cards of these decks, what is due when. */
  async listDueOfDecks(
    userId: string,
    deckIds: string[],
  ): Promise<({ cardId: string } & Pick<Memory, 'state' | 'dueAt' | 'dueDay' | 'suspended'>)[]> {
    const rows = await db.memory.findMany({
      where: { userId, card: { note: { deckId: { in: deckIds } } } },
      select: { cardId: true, state: true, dueAt: true, dueDay: true, suspended: true },
    })
    return rows.map(withMs)
  },

  async deleteAll(userId: string): Promise<void> {
    await db.memory.deleteMany({ where: { userId } })
  },

  /** Makes the memory if there is none and takes it until the transaction ends. */
  async take(userId: string, cardId: string): Promise<void> {
    const key = { userId, cardId }
    await db.memory.upsert({
      where: { userId_cardId: key },
      create: { ...key, version: 1 },
      update: { version: { increment: 1 } },
    })
  },

  /** After `take`. */
  async save(userId: string, cardId: string, memory: Memory): Promise<void> {
    const { dueAt, showingAt, ...plain } = memory
    await db.memory.updateMany({
      where: { userId, cardId },
      data: { ...plain, dueAt: toDateOrNull(dueAt), showingAt: toDateOrNull(showingAt) },
    })
  },
})

const toMemoryRow = (row: MemoryTableRow): MemoryRow => withMs(row)

export function toMemory(row: MemoryTableRow): Memory {
  const { userId: _userId, cardId: _cardId, version: _version, ...memory } = withMs(row)
  return memory
}
