import type { Db } from './db'
import type { Session } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { findLiveThroughPrisma, type FindLiveSession } from './live-session'

export type SessionRow = WithMs<Session>

export type SessionsTable = ReturnType<typeof sessionsTable>

export const sessionsTable = (db: Db, findLive: FindLiveSession = findLiveThroughPrisma(db)) => ({
  /** The session with its user, if neither ended, expired nor gone: asked at every request. */
  findLive,

  async create(session: Omit<SessionRow, 'revokedAt'>): Promise<SessionRow> {
    return withMs(
      await db.session.create({
        data: {
          ...session,
          createdAt: toDate(session.createdAt),
          lastSeenAt: toDate(session.lastSeenAt),
          expiresAt: toDate(session.expiresAt),
        },
      }),
    )
  },

  /** Notes that it is in use, and lets it live on. */
  async touch(id: string, at: number, expiresAt: number): Promise<void> {
    await db.session.updateMany({
      where: { id, revokedAt: null },
      data: { lastSeenAt: toDate(at), expiresAt: toDate(expiresAt) },
    })
  },

  /** Those that still open doors, the latest used first. */
  async listLiveByUser(userId: string, now: number): Promise<SessionRow[]> {
    const rows = await db.session.findMany({
      where: { userId, revokedAt: null, expiresAt: { gt: toDate(now) } },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    })
    return rows.map(withMs)
  },

  /** True when it was live. */
  async revoke(userId: string, id: string, at: number): Promise<boolean> {
    const { count } = await db.session.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: toDate(at) },
    })
    return count === 1
  },

  /** Ends all of a user's sessions, or all but one. Returns how many were live. */
  async revokeAll(userId: string, at: number, but?: string): Promise<number> {
    const { count } = await db.session.updateMany({
      where: { userId, revokedAt: null, ...(but === undefined ? {} : { id: { not: but } }) },
      data: { revokedAt: toDate(at) },
    })
    return count
  },
})
