import type { Db } from './db'
import type { Media } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type MediaRow = WithMs<Media>

export type MediaTable = ReturnType<typeof mediaTable>

export const mediaTable = (db: Db) => ({
  /** Named by its hash: storing it again changes nothing. */
  async put(media: MediaRow): Promise<void> {
    const data = { ...media, createdAt: toDate(media.createdAt) }
    await db.media.upsert({ where: { sha256: media.sha256 }, create: data, update: {} })
  },

  async find(sha256: string): Promise<MediaRow | null> {
    const row = await db.media.findUnique({ where: { sha256 } })
    return row === null ? null : withMs(row)
  },
})
