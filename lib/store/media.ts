import type { Db } from './db'
import { Prisma, type Media } from './generated/sqlite/client'
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

  /** Several at once, shown by one deck. */
  async putForDeck(deckId: string, media: MediaRow[]): Promise<void> {
    if (media.length === 0) return
    const rows = media.map(
      ({ sha256, mime, bytes, createdAt }) =>
        Prisma.sql`(${sha256}, ${mime}, ${bytes}, ${toDate(createdAt)})`,
    )
    await db.$executeRaw`
      INSERT INTO "Media" ("sha256", "mime", "bytes", "createdAt") VALUES ${Prisma.join(rows)}
      ON CONFLICT ("sha256") DO UPDATE SET "createdAt" = excluded."createdAt"`
    const links = media.map(({ sha256 }) => Prisma.sql`(${deckId}, ${sha256})`)
    await db.$executeRaw`
      INSERT INTO "DeckMedia" ("deckId", "sha256") VALUES ${Prisma.join(links)} ON CONFLICT DO NOTHING`
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
