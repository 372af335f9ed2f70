import type { SchedulerSettings } from '@/lib/core/schedule/scheduler-settings'
import type { Db } from './db'
import type { SchedulerRevision } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

export type SchedulerRevisionRow = Omit<WithMs<SchedulerRevision>, 'settings'> & {
  settings: SchedulerSettings
}

export type SchedulerRevisionsTable = ReturnType<typeof schedulerRevisionsTable>

export const schedulerRevisionsTable = (db: Db) => ({
  async create(revision: SchedulerRevisionRow): Promise<void> {
    await db.schedulerRevision.create({
      data: { ...revision, settings: writeJson(revision.settings), createdAt: toDate(revision.createdAt) },
    })
  },

  async getSettings(userId: string, id: string): Promise<SchedulerSettings> {
    const row = await db.schedulerRevision.findUniqueOrThrow({ where: { userId_id: { userId, id } } })
    return readJson<SchedulerSettings>(row.settings)
  },

  async listByUser(userId: string): Promise<SchedulerRevisionRow[]> {
    const rows = await db.schedulerRevision.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })
    return rows.map((row) => ({ ...withMs(row), settings: readJson<SchedulerSettings>(row.settings) }))
  },

  /** Events name their revision: it goes where they go. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    await db.schedulerRevision.updateMany({ where: { userId: fromId }, data: { userId: toId } })
  },
})
