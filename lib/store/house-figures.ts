import type { Db } from './db'

export type HouseFigures = {
  accounts: number
  guests: number
  decks: number
  notes: number
  cards: number
  events: number
  attempts: number
  images: number
  imageBytes: number
}

/** How much of what the house holds; nobody's answers. */
export const houseFiguresTable = (db: Db) => ({
  async count(): Promise<HouseFigures> {
    const [accounts, guests, decks, notes, cards, events, attempts, media] = await Promise.all([
      db.user.count({ where: { guest: false } }),
      db.user.count({ where: { guest: true, mergedIntoId: null } }),
      db.deck.count(),
      db.note.count({ where: { deletedAt: null } }),
      db.card.count({ where: { retiredAt: null } }),
      db.studyEvent.count(),
      db.attempt.count(),
      db.$queryRaw<{ images: bigint | number; bytes: bigint | number | null }[]>`
        SELECT COUNT(*) AS "images", SUM(LENGTH("bytes")) AS "bytes" FROM "Media"`,
    ])
    const [{ images, bytes }] = media
    return {
      ...{ accounts, guests, decks, notes, cards, events, attempts },
      images: Number(images),
      imageBytes: Number(bytes ?? 0),
    }
  },
})
