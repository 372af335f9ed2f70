import type { Role } from '@/lib/core/access/actor'
import type { Theme } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import type { Db } from './db'
import type { User } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type UserRow = Omit<WithMs<User>, 'locale' | 'role' | 'theme'> & {
  locale: Locale
  role: Role
  theme: Theme
}

export type NewUser = Omit<
  UserRow,
  'email' | 'passwordHash' | 'mergedIntoId' | 'dayStartsAt' | 'theme' | 'swipes'
> &
  Partial<Pick<UserRow, 'email' | 'passwordHash' | 'dayStartsAt' | 'theme' | 'swipes'>>

export type UsersTable = ReturnType<typeof usersTable>

export const usersTable = (db: Db) => ({
  async create(user: NewUser): Promise<UserRow> {
    return toUser(await db.user.create({ data: { ...user, createdAt: toDate(user.createdAt) } }))
  },

  async find(id: string): Promise<UserRow | null> {
    return toUserOrNull(await db.user.findUnique({ where: { id } }))
  },

  async get(id: string): Promise<UserRow> {
    return toUser(await db.user.findUniqueOrThrow({ where: { id } }))
  },

  /** In the order of ids, after one. */
  async listIds(after: string, limit: number): Promise<string[]> {
    const rows = await db.user.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: limit,
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  },

  /** By the normalised address. */
  async findByEmail(email: string): Promise<UserRow | null> {
    return toUserOrNull(await db.user.findUnique({ where: { email } }))
  },

  /** False when there is no such user. */
  async update(id: string, change: Partial<Omit<UserRow, 'id' | 'createdAt'>>): Promise<boolean> {
    return (await db.user.updateMany({ where: { id }, data: change })).count === 1
  },

  async delete(id: string): Promise<boolean> {
    return (await db.user.deleteMany({ where: { id } })).count === 1
  },
})

// The columns are text; the rooms write only locales and themes that there are.
export const toUser = (row: User): UserRow => ({
  ...withMs(row),
  locale: row.locale as Locale,
  theme: row.theme as Theme,
})
const toUserOrNull = (row: User | null): UserRow | null => (row === null ? null : toUser(row))
