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

  /** As `put`; one that is there already counts as new, so that it is not collected before somebody shows it. */
  async putAgain(media: MediaRow): Promise<void> {
    const data = { ...media, createdAt: toDate(media.createdAt) }
    const { createdAt } = data
    await db.media.upsert({ where: { sha256: media.sha256 }, create: data, update: { createdAt } })
  },

  /** Hashes of those that no deck has any more. */
  async listUnlinked(before: number): Promise<string[]> {
    const where = { createdAt: { lt: toDate(before) }, decks: { none: {} } }
    return (await db.media.findMany({ where, select: { sha256: true } })).map((row) => row.sha256)
  },

  /** False when a deck has it by now, or it was stored again. */
  async removeUnlinked(sha256: string, before: number): Promise<boolean> {
    const where = { sha256, createdAt: { lt: toDate(before) }, decks: { none: {} } }
    return (await db.media.deleteMany({ where })).count === 1
  },

  async findMime(sha256: string): Promise<string | null> {
    return (await db.media.findUnique({ where: { sha256 }, select: { mime: true } }))?.mime ?? null
  },

  async find(sha256: string): Promise<MediaRow | null> {
    const row = await db.media.findUnique({ where: { sha256 } })
    return row === null ? null : withMs(row)
  },
})
