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

  /** Until the transaction ends it stays linked to this user. False when it is not any more. */
  async hold({ provider, subject, userId }: Pick<SignInAccountRow, 'provider' | 'subject' | 'userId'>) {
    const where = { provider, subject, userId }
    return (await db.account.updateMany({ where, data: { userId } })).count === 1
  },

  async deleteAll(userId: string): Promise<void> {
    await db.account.deleteMany({ where: { userId } })
  },

  /** False when there was none. */
  async delete(userId: string, provider: string): Promise<boolean> {
    return (await db.account.deleteMany({ where: { userId, provider } })).count > 0
  },
})
