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
})
