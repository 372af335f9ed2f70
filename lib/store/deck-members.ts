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

  /** With their names, which co-authors show each other. */
  async listByDeck(deckId: string): Promise<(DeckMemberRow & { name: string })[]> {
    return this.listByDecks([deckId])
  },

  async listByDecks(deckIds: string[]): Promise<(DeckMemberRow & { name: string })[]> {
    const rows = await db.deckMember.findMany({
      where: { deckId: { in: deckIds } },
      orderBy: { userId: 'asc' },
      include: { user: { select: { name: true } } },
    })
    return rows.map(({ user, ...row }) => ({ ...row, name: user.name }))
  },

  async put(member: DeckMemberRow): Promise<void> {
    const { deckId, userId, role } = member
    await db.deckMember.upsert({
      where: { deckId_userId: { deckId, userId } },
      create: member,
      update: { role },
    })
  },

  /** False when they are no member. */
  async setRole({ deckId, userId, role }: DeckMemberRow): Promise<boolean> {
    return (await db.deckMember.updateMany({ where: { deckId, userId }, data: { role } })).count === 1
  },

  async delete(deckId: string, userId: string): Promise<boolean> {
    return (await db.deckMember.deleteMany({ where: { deckId, userId } })).count === 1
  },
})
