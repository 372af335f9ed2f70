import type { Db } from './db'
import { toDate } from './instant'

export type DeckMediaTable = ReturnType<typeof deckMediaTable>

export const deckMediaTable = (db: Db) => ({
  /** A deck keeps the images of its earlier revisions: they can be looked at again. */
  async add(deckId: string, hashes: string[]): Promise<void> {
    for (const sha256 of hashes) {
      const link = { deckId, sha256 }
      await db.deckMedia.upsert({ where: { deckId_sha256: link }, create: link, update: {} })
    }
  },

  async listByDeck(deckId: string): Promise<string[]> {
    const rows = await db.deckMedia.findMany({ where: { deckId }, orderBy: { sha256: 'asc' } })
    return rows.map((row) => row.sha256)
  },

  /** Links to what was stored before an instant, deck by deck. */
  async listOld(before: number): Promise<Map<string, string[]>> {
    const rows = await db.deckMedia.findMany({
      where: {
        media: { createdAt: { lt: toDate(before) } },
        deck: { OR: [{ ownerId: { not: null } }, { key: null }] },
      },
      orderBy: [{ deckId: 'asc' }, { sha256: 'asc' }],
    })
    const byDeck = new Map<string, string[]>()
    for (const { deckId, sha256 } of rows) {
      const hashes = byDeck.get(deckId)
      if (hashes) hashes.push(sha256)
      else byDeck.set(deckId, [sha256])
    }
    return byDeck
  },

  async remove(deckId: string, sha256: string): Promise<boolean> {
    return (await db.deckMedia.deleteMany({ where: { deckId, sha256 } })).count === 1
  },

  async removeAll(deckId: string): Promise<number> {
    return (await db.deckMedia.deleteMany({ where: { deckId } })).count
  },

  async measureDeck(deckId: string): Promise<{ count: number; bytes: number }> {
    const [row] = await db.$queryRaw<{ count: bigint | number; bytes: bigint | number | null }[]>`
      SELECT COUNT(*) AS "count", SUM(LENGTH("bytes")) AS "bytes" FROM "Media"
      WHERE "sha256" IN (SELECT "sha256" FROM "DeckMedia" WHERE "deckId" = ${deckId})`
    return { count: Number(row.count), bytes: Number(row.bytes ?? 0) }
  },

  /** Bytes in all decks of one person, what is in several once. */
  async measureOwned(ownerId: string): Promise<number> {
    const [row] = await db.$queryRaw<{ bytes: bigint | number | null }[]>`
      SELECT SUM(LENGTH("bytes")) AS "bytes" FROM "Media" WHERE "sha256" IN (
        SELECT "sha256" FROM "DeckMedia" JOIN "Deck" ON "Deck"."id" = "DeckMedia"."deckId"
        WHERE "Deck"."ownerId" = ${ownerId})`
    return Number(row.bytes ?? 0)
  },

  async listDecksOf(sha256: string): Promise<string[]> {
    return (await db.deckMedia.findMany({ where: { sha256 } })).map((row) => row.deckId)
  },
})
