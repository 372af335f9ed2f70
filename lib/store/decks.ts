import type { Locale, Localized } from '@/lib/core/content/content'
import type { Db } from './db'
import type { Deck } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson } from './json-column'

export type DeckRow = Omit<WithMs<Deck>, 'title' | 'description' | 'locales'> & {
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
}

export type DecksTable = ReturnType<typeof decksTable>

export const decksTable = (db: Db) => ({
  async create(deck: DeckRow): Promise<void> {
    await db.deck.create({
      data: { ...deck, createdAt: toDate(deck.createdAt), updatedAt: toDate(deck.updatedAt) },
    })
  },

  async find(id: string): Promise<DeckRow | null> {
    return toDeckOrNull(await db.deck.findUnique({ where: { id } }))
  },

  async findBySlug(slug: string): Promise<DeckRow | null> {
    return toDeckOrNull(await db.deck.findUnique({ where: { slug } }))
  },

  /** The house's own decks, in their order. */
  async listHouseIds(): Promise<string[]> {
    const rows = await db.deck.findMany({
      where: { ownerId: null, key: { not: null } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  },

  async listByIds(ids: string[]): Promise<DeckRow[]> {
    const rows = await db.deck.findMany({
      where: { id: { in: ids } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(toDeck)
  },
})

export const toDeck = (row: Deck): DeckRow => ({
  ...withMs(row),
  title: readJson<Localized<string>>(row.title),
  description: readJson<Localized<string>>(row.description),
  locales: readJson<Locale[]>(row.locales),
})
const toDeckOrNull = (row: Deck | null): DeckRow | null => (row === null ? null : toDeck(row))
