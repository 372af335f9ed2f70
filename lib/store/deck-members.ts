import type { Db } from './db'
import type { DeckMember, DeckRole } from './generated/sqlite/client'

export type DeckMemberRow = DeckMember

export type DeckMembersTable = ReturnType<typeof deckMembersTable>

export const deckMembersTable = (db: Db) => ({
  async findRole(deckId: string, userId: string): Promise<DeckRole | null> {
    const row = await db.deckMember.findUnique({ where: { deckId_userId: { deckId, userId } } })
    return row?.role ?? null
  },

  async listByUser(userId: string): Promise<DeckMemberRow[]> {
    return db.deckMember.findMany({ where: { userId } })
  },
})
