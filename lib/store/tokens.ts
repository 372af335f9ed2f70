import type { Scope } from '@/lib/core/access/actor'
import type { Db } from './db'
import type { ApiToken } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'
import { readJson } from './json-column'

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

  async findByHash(hash: string): Promise<TokenRow | null> {
    const row = await db.apiToken.findUnique({ where: { hash } })
    return row === null ? null : toToken(row)
  },
})

const toToken = (row: ApiToken): TokenRow => ({ ...withMs(row), scopes: readJson<Scope[]>(row.scopes) })
