import type { Scope } from '@/lib/core/access/actor'
import type { Db } from './db'
import type { ApiToken } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'
import { readJson } from './json-column'
import { toUser, type UserRow } from './users'

export type TokenRow = Omit<WithMs<ApiToken>, 'scopes'> & { scopes: Scope[] }

export type TokensTable = ReturnType<typeof tokensTable>

export const tokensTable = (db: Db) => ({
  async create(token: Omit<TokenRow, 'lastUsedAt' | 'revokedAt'>): Promise<void> {
    await db.apiToken.create({
      data: { ...token, createdAt: toDate(token.createdAt), expiresAt: toDateOrNull(token.expiresAt) },
    })
  },

  async listByUser(userId: string): Promise<TokenRow[]> {
    return (await db.apiToken.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(toToken)
  },

  /** The token with its user, if neither revoked nor expired. */
  async findLive(hash: string, now: number): Promise<(TokenRow & { user: UserRow }) | null> {
    const row = await db.apiToken.findFirst({
      where: { hash, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: toDate(now) } }] },
      include: { user: true },
    })
    if (row === null) return null
    const { user, ...token } = row
    return { ...toToken(token), user: toUser(user) }
  },

  /** Notes that it was used. */
  async touch(id: string, at: number): Promise<void> {
    await db.apiToken.updateMany({ where: { id }, data: { lastUsedAt: toDate(at) } })
  },

  /** True when it was not revoked before. */
  async revoke(userId: string, id: string, at: number): Promise<boolean> {
    const { count } = await db.apiToken.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: toDate(at) },
    })
    return count === 1
  },

  async revokeAll(userId: string, at: number): Promise<void> {
    await db.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: toDate(at) } })
  },
})

const toToken = (row: ApiToken): TokenRow => ({ ...withMs(row), scopes: readJson<Scope[]>(row.scopes) })
