import type { Db } from './db'

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

  async listDecksOf(sha256: string): Promise<string[]> {
    return (await db.deckMedia.findMany({ where: { sha256 } })).map((row) => row.deckId)
  },
})
