import type { Role } from '@/lib/core/access/actor'
import type { Theme } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import type { SqliteConnection } from './connect-sqlite'
import type { Db } from './db'
import { toDate, withMs } from './instant'
import { sqliteInstant } from './sqlite-instant'

/** What a request needs of its session and of who came with it. */
export type LiveSession = {
  id: string
  userId: string
  lastSeenAt: number
  role: Role
  guest: boolean
  name: string
  email: string | null
  locale: Locale
  timeZone: string
  dayStartsAt: number
  theme: Theme
  swipes: boolean
}

export type FindLiveSession = (id: string, now: number) => Promise<LiveSession | null>

export const findLiveThroughPrisma =
  (db: Db): FindLiveSession =>
  async (id, now) => {
    const session = await db.session.findFirst({
      where: { id, revokedAt: null, expiresAt: { gt: toDate(now) } },
      include: { user: true },
    })
    if (session === null) return null
    const { role, guest, name, email, locale, timeZone, dayStartsAt, theme, swipes } = session.user
    const { userId, lastSeenAt } = withMs(session)
    // The columns are text; the rooms write only locales and themes that there are.
    return {
      id,
      userId,
      lastSeenAt,
      role,
      guest,
      name,
      email,
      locale: locale as Locale,
      timeZone,
      dayStartsAt,
      theme: theme as Theme,
      swipes,
    }
  }

type PostgresRow = Omit<LiveSession, 'id' | 'lastSeenAt'> & { lastSeenAt: Date }

/** Prisma would ask twice, for the session and then for the user. */
export function findLiveOnPostgres(db: Db): FindLiveSession {
  return async (id, now) => {
    const [row] = await db.$queryRaw<PostgresRow[]>`
      SELECT s."userId", s."lastSeenAt", u."role"::text AS "role", u."guest", u."name", u."email", u."locale",
             u."timeZone", u."dayStartsAt", u."theme", u."swipes"
        FROM "Session" s JOIN "User" u ON u."id" = s."userId"
       WHERE s."id" = ${id} AND s."revokedAt" IS NULL AND s."expiresAt" > ${toDate(now)}`
    return row === undefined ? null : { ...row, id, lastSeenAt: row.lastSeenAt.getTime() }
  }
}

type RawRow = Omit<LiveSession, 'id' | 'lastSeenAt' | 'guest' | 'swipes'> & {
  lastSeenAt: string
  guest: 0 | 1
  swipes: 0 | 1
}

/** The same question in one prepared statement: 7 µs instead of 200, and it is asked at every request. */
export function findLiveOnSqlite({ database, gate }: SqliteConnection): FindLiveSession {
  const prepare = () =>
    database
      .prepare<[string, string], RawRow>(
        `SELECT s."userId", s."lastSeenAt", u."role", u."guest", u."name", u."email", u."locale", u."timeZone",
              u."dayStartsAt", u."theme", u."swipes"
         FROM "Session" s JOIN "User" u ON u."id" = s."userId"
        WHERE s."id" = ? AND s."revokedAt" IS NULL AND s."expiresAt" > ?`,
      )
      .safeIntegers(false)
  let statement: ReturnType<typeof prepare> | undefined // at first use: the table must be there by then
  return async (id, now) => {
    const row = await gate.runSync(() => (statement ??= prepare()).get(id, sqliteInstant(now)))
    if (row === undefined) return null
    return {
      ...row,
      id,
      guest: row.guest === 1,
      swipes: row.swipes === 1,
      lastSeenAt: Date.parse(row.lastSeenAt),
    }
  }
}
