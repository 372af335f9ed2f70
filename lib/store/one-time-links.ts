import type { Db } from './db'
import type { LinkPurpose, OneTimeLink } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type OneTimeLinkRow = WithMs<OneTimeLink>

export type OneTimeLinksTable = ReturnType<typeof oneTimeLinksTable>

export const oneTimeLinksTable = (db: Db) => ({
  async create(link: Omit<OneTimeLinkRow, 'usedAt'>): Promise<void> {
    await db.oneTimeLink.create({
      data: { ...link, createdAt: toDate(link.createdAt), expiresAt: toDate(link.expiresAt) },
    })
  },

  async find(hash: string): Promise<OneTimeLinkRow | null> {
    const row = await db.oneTimeLink.findUnique({ where: { hash } })
    return row === null ? null : withMs(row)
  },

  /** True for exactly one caller, and only before the link expires. */
  async use(hash: string, purpose: LinkPurpose, now: number): Promise<boolean> {
    const { count } = await db.oneTimeLink.updateMany({
      where: { hash, purpose, usedAt: null, expiresAt: { gt: toDate(now) } },
      data: { usedAt: toDate(now) },
    })
    return count === 1
  },

  /** Spends what is still open of a purpose: a new link takes the place of the old ones. */
  async spendAll(purpose: LinkPurpose, userId: string | null, now: number): Promise<void> {
    await db.oneTimeLink.updateMany({
      where: { purpose, userId, usedAt: null },
      data: { usedAt: toDate(now) },
    })
  },
})
