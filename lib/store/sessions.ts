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

  async listByUser(userId: string): Promise<SessionRow[]> {
    return (await db.session.findMany({ where: { userId }, orderBy: { lastSeenAt: 'desc' } })).map(withMs)
  },

  /** True when it was live. */
  async revoke(userId: string, id: string, at: number): Promise<boolean> {
    const { count } = await db.session.updateMany({
      where: { id, userId, revokedAt: null },
      data: { revokedAt: toDate(at) },
    })
    return count === 1
  },
})
