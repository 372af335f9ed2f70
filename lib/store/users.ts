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

  /** Names by id; who is gone has none. */
  async listNames(ids: string[]): Promise<Map<string, string>> {
    const rows = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
    return new Map(rows.map(({ id, name }) => [id, name]))
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

  /** Everybody, with those who were united with another. */
  async count(): Promise<number> {
    return db.user.count()
  },

  /** By the normalised address. */
  async findByEmail(email: string): Promise<UserRow | null> {
    return toUserOrNull(await db.user.findUnique({ where: { email } }))
  },

  /** False when there is no such user. */
  async update(id: string, change: Partial<Omit<UserRow, 'id' | 'createdAt'>>): Promise<boolean> {
    return (await db.user.updateMany({ where: { id }, data: change })).count === 1
  },

  /** Makes a guest an account: false when it is none any more. */
  async upgradeGuest(
    id: string,
    change: { email: string; passwordHash: string; name: string },
  ): Promise<boolean> {
    const { count } = await db.user.updateMany({
      where: { id, guest: true, mergedIntoId: null },
      data: { ...change, guest: false },
    })
    return count === 1
  },

  /** False when it is not the hash that was there. */
  async replacePassword(id: string, before: string | null, passwordHash: string): Promise<boolean> {
    return (
      (await db.user.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } })).count === 1
    )
  },

  /** The first statement of what must see all that the person has: one writer at a time until the transaction ends. */
  async take(id: string): Promise<void> {
    await db.user.updateMany({ where: { id }, data: { id } })
  },

  /** Until the transaction ends nobody changes the password. False when it is not this one any more. */
  async holdPassword(id: string, passwordHash: string | null): Promise<boolean> {
    return (await db.user.updateMany({ where: { id, passwordHash }, data: { passwordHash } })).count === 1
  },

  /** Marks a guest as united with an account: false when it was before, or is no guest. */
  async mergeGuest(id: string, intoId: string): Promise<boolean> {
    const { count } = await db.user.updateMany({
      where: { id, guest: true, mergedIntoId: null },
      data: { mergedIntoId: intoId },
    })
    return count === 1
  },

  async listMergedInto(id: string): Promise<string[]> {
    const rows = await db.user.findMany({ where: { mergedIntoId: id }, select: { id: true } })
    return rows.map((row) => row.id)
  },

  /** Accounts, not guests, in the order in which they came. */
  async listAccounts({
    search,
    after,
    limit,
  }: {
    search: string
    after: string | null
    limit: number
  }): Promise<UserRow[]> {
    const rows = await db.user.findMany({
      where: {
        guest: false,
        ...(search !== '' && {
          OR: [{ email: { contains: search.toLowerCase() } }, { name: { contains: search } }],
        }),
        ...(after !== null && { id: { gt: after } }),
      },
      orderBy: { id: 'asc' },
      take: limit,
    })
    return rows.map(toUser)
  },

  async countByRole(role: Role): Promise<number> {
    return db.user.count({ where: { role } })
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
