import type { Db } from './db'
import type { Account } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

/** Sign-ins at OIDC providers. */
export type SignInAccountRow = WithMs<Account>

export type SignInAccountsTable = ReturnType<typeof signInAccountsTable>

export const signInAccountsTable = (db: Db) => ({
  async create(account: SignInAccountRow): Promise<void> {
    await db.account.create({ data: { ...account, createdAt: toDate(account.createdAt) } })
  },

  async find(provider: string, subject: string): Promise<SignInAccountRow | null> {
    const row = await db.account.findUnique({ where: { provider_subject: { provider, subject } } })
    return row === null ? null : withMs(row)
  },

  async listByUser(userId: string): Promise<SignInAccountRow[]> {
    return (await db.account.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(withMs)
  },

  /** False when there was none. */
  async delete(userId: string, provider: string): Promise<boolean> {
    return (await db.account.deleteMany({ where: { userId, provider } })).count > 0
  },
})
