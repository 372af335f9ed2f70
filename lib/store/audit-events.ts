import type { Db } from './db'
import type { AuditEvent } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { writeNullableJson } from './json-column'

export type AuditEventRow = WithMs<AuditEvent>

export type AuditEventsTable = ReturnType<typeof auditEventsTable>

export const auditEventsTable = (db: Db) => ({
  async create(event: Omit<AuditEventRow, 'detail'> & { detail?: unknown }): Promise<void> {
    await db.auditEvent.create({
      data: { ...event, at: toDate(event.at), detail: writeNullableJson(event.detail) },
    })
  },

  /** Newest first. */
  async listLatest(limit: number): Promise<AuditEventRow[]> {
    return (await db.auditEvent.findMany({ orderBy: { at: 'desc' }, take: limit })).map(withMs)
  },

  /** Newest first, from `before` on (an id: they sort by time), narrowed by what, and by whom it was done or concerned. */
  async list({
    verbs,
    personId,
    deckId,
    before,
    limit,
  }: {
    verbs: readonly string[] | null
    personId: string | null
    deckId: string | null
    before: string | null
    limit: number
  }): Promise<AuditEventRow[]> {
    const rows = await db.auditEvent.findMany({
      where: {
        ...(verbs !== null && { verb: { in: [...verbs] } }),
        ...(deckId !== null && { subject: `deck:${deckId}` }),
        ...(before !== null && { id: { lt: before } }),
        ...(personId !== null && {
          OR: [{ actorId: personId }, { personId }, { subject: `user:${personId}` }],
        }),
      },
      orderBy: { id: 'desc' },
      take: limit,
    })
    return rows.map(withMs)
  },

  /** The rows stay, and name nobody. */
  async anonymise(userId: string): Promise<void> {
    await db.auditEvent.updateMany({ where: { actorId: userId }, data: { actorId: null } })
    await db.auditEvent.updateMany({
      where: { subject: `user:${userId}` },
      data: { subject: 'user:deleted', detail: writeNullableJson(null) },
    })
    await db.auditEvent.updateMany({ where: { personId: userId }, data: { personId: null } })
  },

  /** What names this person, as actor or as subject, the newest first. */
  async listAbout(userId: string): Promise<AuditEventRow[]> {
    const rows = await db.auditEvent.findMany({
      where: { OR: [{ actorId: userId }, { subject: `user:${userId}` }, { personId: userId }] },
      orderBy: { at: 'desc' },
    })
    return rows.map(withMs)
  },
})
