import type { Db } from './db'
import type { DeckInvite } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type DeckInviteRow = WithMs<DeckInvite>

export type DeckInvitesTable = ReturnType<typeof deckInvitesTable>

export const deckInvitesTable = (db: Db) => ({
  async create(invite: Omit<DeckInviteRow, 'usedAt' | 'revokedAt'>): Promise<void> {
    await db.deckInvite.create({
      data: { ...invite, createdAt: toDate(invite.createdAt), expiresAt: toDate(invite.expiresAt) },
    })
  },

  /** Only while it can be used. */
  async findOpen(hash: string, now: number): Promise<DeckInviteRow | null> {
    const row = await db.deckInvite.findFirst({ where: { hash, ...openAt(now) } })
    return row === null ? null : withMs(row)
  },

  async listOpen(deckId: string, now: number): Promise<DeckInviteRow[]> {
    const rows = await db.deckInvite.findMany({
      where: { deckId, ...openAt(now) },
      orderBy: { createdAt: 'asc' },
    })
    return rows.map(withMs)
  },

  /** True for exactly one caller. */
  async use(hash: string, now: number): Promise<boolean> {
    const { count } = await db.deckInvite.updateMany({
      where: { hash, ...openAt(now) },
      data: { usedAt: toDate(now) },
    })
    return count === 1
  },

  /** False when it was used or revoked before, or has expired. */
  async revoke(deckId: string, id: string, now: number): Promise<boolean> {
    const { count } = await db.deckInvite.updateMany({
      where: { deckId, id, ...openAt(now) },
      data: { revokedAt: toDate(now) },
    })
    return count === 1
  },
})

const openAt = (now: number) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: toDate(now) } })
