import type { Locale, Localized } from '@/lib/core/content/content'
import type { Db } from './db'
import type { Deck } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson, writeNullableJson } from './json-column'

export type DeckRow = Omit<WithMs<Deck>, 'title' | 'description' | 'locales' | 'draft'> & {
  title: Localized<string>
  description: Localized<string>
  locales: Locale[]
  draft: DeckDraft | null
}

export type DeckDraft = { title: Localized<string>; description: Localized<string> }

export type NewDeck = Omit<
  DeckRow,
  'draft' | 'shareToken' | 'barredReason' | 'copiedFromId' | 'copiedVersion'
> &
  Partial<Pick<DeckRow, 'copiedFromId' | 'copiedVersion'>>

export type DeckChange = Partial<
  Pick<DeckRow, 'title' | 'description' | 'locales' | 'sourceHash' | 'position' | 'visibility'>
>

export type PublicDeckRow = Pick<
  DeckRow,
  'id' | 'slug' | 'title' | 'description' | 'locales' | 'updatedAt'
> & { cards: number; learners: number }

export type DecksTable = ReturnType<typeof decksTable>

export const decksTable = (db: Db) => ({
  async create(deck: NewDeck): Promise<void> {
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

  /** The house's own (owner null) or one person's, by the key in its file. */
  async findByKey(ownerId: string | null, key: string): Promise<DeckRow | null> {
    return toDeckOrNull(await db.deck.findFirst({ where: { ownerId, key } }))
  },

  /** Takes the deck for writing: false when somebody else wrote since `version` was read. */
  async update(id: string, version: number, change: DeckChange, now: number): Promise<boolean> {
    const { title, description, locales, ...columns } = change
    const { count } = await db.deck.updateMany({
      where: { id, version },
      data: {
        ...columns,
        ...(title && { title: writeJson(title) }),
        ...(description && { description: writeJson(description) }),
        ...(locales && { locales: writeJson(locales) }),
        version: version + 1,
        updatedAt: toDate(now),
      },
    })
    return count === 1
  },

  /** The first statement of every write to a deck's drafts: one writer at a time, so that what is read after stays true. */
  async take(id: string): Promise<void> {
    await db.deck.updateMany({ where: { id }, data: { id } })
  },

  /** Null: what is drafted is what is published. */
  async saveDraft(id: string, draft: DeckDraft | null): Promise<void> {
    await db.deck.update({ where: { id }, data: { draft: writeNullableJson(draft) } })
  },

  /** What the house offers, and what the person is in; the gallery comes apart. See can() for who may read. */
  async listFor(userId: string | null): Promise<DeckRow[]> {
    const own = userId === null ? [] : [{ ownerId: userId }, { members: { some: { userId } } }]
    const studied =
      userId === null
        ? []
        : [
            { enrolments: { some: { userId } } },
            { assignments: { some: { class: { members: { some: { userId } } } } } },
          ]
    const rows = await db.deck.findMany({
      where: { OR: [{ ownerId: null, key: { not: null } }, ...own, ...studied] },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    })
    return rows.map(toDeck)
  },

  /** Who may find it is no part of what is published: the version stays. False when it is not `ownerId`'s any more. */
  async setVisibility(
    id: string,
    ownerId: string,
    { visibility, shareToken }: Pick<DeckRow, 'visibility' | 'shareToken'>,
  ): Promise<boolean> {
    const { count } = await db.deck.updateMany({
      where: { id, ownerId, ...(visibility === 'PUBLIC' && { barredReason: null }) },
      data: { visibility, shareToken },
    })
    return count === 1
  },

  /** An administrator takes a public deck out of the gallery, or (null) lets it in again. False when nothing changed. */
  async setBarred(id: string, barredReason: string | null): Promise<boolean> {
    const { count } = await db.deck.updateMany({
      where: barredReason === null ? { id, barredReason: { not: null } } : { id, visibility: 'PUBLIC' },
      data: { barredReason, ...(barredReason !== null && { visibility: 'PRIVATE' }) },
    })
    return count === 1
  },

  /** The original's version up to which a copy has taken over what changed, or decided not to. */
  async setCopiedVersion(id: string, copiedVersion: number): Promise<void> {
    await db.deck.updateMany({ where: { id }, data: { copiedVersion } })
  },

  /**
   * Nobody's from now on, written by nobody, and found by nobody but those who study it. Gives the co-authors who lost it;
   * null when it is not the owner's.
   */
  async withdraw(id: string, ownerId: string, now: number): Promise<string[] | null> {
    const { count } = await db.deck.updateMany({
      where: { id, ownerId },
      data: { ownerId: null, key: null, visibility: 'PRIVATE', shareToken: null, updatedAt: toDate(now) },
    })
    if (count !== 1) return null
    const members = await db.deckMember.findMany({ where: { deckId: id }, orderBy: { userId: 'asc' } })
    await db.deckMember.deleteMany({ where: { deckId: id } })
    await db.deckInvite.deleteMany({ where: { deckId: id } })
    return members.map(({ userId }) => userId)
  },

  /** What an import wrote while it was nobody's is somebody's now, and its first version. False when it is not there. */
  async reveal(
    id: string,
    { ownerId, key, locales }: Pick<DeckRow, 'ownerId' | 'key' | 'locales'>,
    now: number,
  ): Promise<boolean> {
    const { count } = await db.deck.updateMany({
      where: { id, ownerId: null, key: null, version: 0 },
      data: { ownerId, key, locales: writeJson(locales), version: 1, updatedAt: toDate(now) },
    })
    return count === 1
  },

  async setLocales(id: string, locales: Locale[]): Promise<void> {
    await db.deck.updateMany({ where: { id }, data: { locales: writeJson(locales) } })
  },

  /** A deck that was never revealed, with the logs that were brought for it: nobody has seen any of it. */
  async removeHidden(id: string): Promise<void> {
    const hidden = { id, ownerId: null, key: null, version: 0 }
    if ((await db.deck.count({ where: hidden })) === 0) return
    const card = { note: { deckId: id } }
    await db.memory.deleteMany({ where: { card } })
    await db.studyEvent.deleteMany({ where: { card } })
    await db.deck.deleteMany({ where: hidden })
  },

  /** A deck of nobody's that no log speaks of: nothing is lost with it. */
  async removeUntouched(id: string): Promise<boolean> {
    const { count } = await db.deck.deleteMany({
      where: {
        id,
        ownerId: null,
        key: null,
        enrolments: { none: {} },
        notes: { none: { cards: { some: { OR: [{ events: { some: {} } }, { memories: { some: {} } }] } } } },
      },
    })
    return count === 1
  },

  /** Withdrawn, and studied and assigned by nobody any more: no one can read them. */
  async listAbandoned(): Promise<string[]> {
    const rows = await db.deck.findMany({ where: ABANDONED, orderBy: { id: 'asc' }, select: { id: true } })
    return rows.map(({ id }) => id)
  },

  /** With all its notes, unless somebody's log names one of its cards: logs are kept, and cards with them. */
  async deleteAbandoned(id: string): Promise<boolean> {
    const untouched = {
      notes: { every: { cards: { every: { events: { none: {} }, memories: { none: {} } } } } },
    }
    return (await db.deck.deleteMany({ where: { id, ...ABANDONED, ...untouched } })).count === 1
  },

  async countOwned(ownerId: string): Promise<number> {
    return db.deck.count({ where: { ownerId } })
  },

  /** Cards that can be studied, by deck. */
  async countCards(ids: string[]): Promise<Map<string, number>> {
    const cards = await db.card.groupBy({
      by: ['noteId'],
      where: { retiredAt: null, note: { deckId: { in: ids }, deletedAt: null } },
      _count: true,
    })
    const notes = await db.note.findMany({
      where: { deckId: { in: ids }, deletedAt: null },
      select: { id: true, deckId: true },
    })
    const cardsOf = new Map(cards.map((row) => [row.noteId, row._count]))
    const counts = new Map<string, number>()
    for (const { id, deckId } of notes) {
      counts.set(deckId, (counts.get(deckId) ?? 0) + (cardsOf.get(id) ?? 0))
    }
    return counts
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

  /** Those of the house's decks that everybody starts with: exercises take paper and minutes, and are joined on purpose. */
  async listStarterIds(): Promise<string[]> {
    const rows = await db.deck.findMany({
      where: {
        ownerId: null,
        key: { not: null },
        notes: { some: { deletedAt: null, kind: { not: 'EXERCISE' } } },
      },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  },

  /** Every person's public deck with its sizes, without its contents: the gallery searches and sorts these. */
  async listPublic(): Promise<PublicDeckRow[]> {
    const [rows, cards] = await Promise.all([
      db.deck.findMany({
        where: { visibility: 'PUBLIC', ownerId: { not: null } },
        select: {
          id: true,
          slug: true,
          title: true,
          description: true,
          locales: true,
          updatedAt: true,
          _count: { select: { enrolments: true } },
        },
      }),
      db.$queryRaw<{ deckId: string; cards: bigint | number }[]>`
        SELECT n."deckId" AS "deckId", COUNT(*) AS "cards"
        FROM "Deck" d JOIN "Note" n ON n."deckId" = d."id" JOIN "Card" c ON c."noteId" = n."id"
        WHERE d."visibility" = 'PUBLIC' AND d."ownerId" IS NOT NULL
          AND n."deletedAt" IS NULL AND c."retiredAt" IS NULL
        GROUP BY n."deckId"`,
    ])
    const cardsOf = new Map(cards.map((row) => [row.deckId, Number(row.cards)]))
    return rows.map(({ _count, ...row }) => ({
      ...withMs(row),
      title: readJson<Localized<string>>(row.title),
      description: readJson<Localized<string>>(row.description),
      locales: readJson<Locale[]>(row.locales),
      cards: cardsOf.get(row.id) ?? 0,
      learners: _count.enrolments,
    }))
  },

  /** For the administrator: every deck, in the order in which they were made, with its sizes. */
  async listAll({
    after,
    visibility,
    ownerId,
    isBarred,
    limit,
  }: {
    after: string | null
    visibility: DeckRow['visibility'] | null
    ownerId: string | null
    isBarred: boolean
    limit: number
  }): Promise<(DeckRow & { owner: string | null; learners: number; notes: number })[]> {
    const rows = await db.deck.findMany({
      where: {
        ...(after !== null && { id: { gt: after } }),
        ...(visibility !== null && { visibility }),
        ...(ownerId !== null && { ownerId }),
        ...(isBarred && { barredReason: { not: null } }),
      },
      orderBy: { id: 'asc' },
      take: limit,
      include: {
        owner: { select: { name: true } },
        _count: { select: { enrolments: true, notes: { where: { deletedAt: null } } } },
      },
    })
    return rows.map(({ owner, _count, ...row }) => ({
      ...toDeck(row),
      owner: owner?.name ?? null,
      learners: _count.enrolments,
      notes: _count.notes,
    }))
  },

  async listByIds(ids: string[]): Promise<DeckRow[]> {
    const rows = await db.deck.findMany({
      where: { id: { in: ids } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(toDeck)
  },

  async listOwned(ownerId: string): Promise<DeckRow[]> {
    return (await db.deck.findMany({ where: { ownerId }, orderBy: { id: 'asc' } })).map(toDeck)
  },

  /** False when it is not `ownerId`'s any more. The key belongs to the owner's own files, so it does not go along. */
  async handOver(id: string, ownerId: string, toId: string, now: number): Promise<boolean> {
    const { count } = await db.deck.updateMany({
      where: { id, ownerId },
      data: { ownerId: toId, key: null, updatedAt: toDate(now) },
    })
    return count === 1
  },
})

/** Version 0 is an import that has not been revealed yet: not abandoned, but on its way. */
const ABANDONED = {
  ownerId: null,
  key: null,
  version: { gt: 0 },
  enrolments: { none: {} },
  assignments: { none: {} },
}

export const toDeck = (row: Deck): DeckRow => ({
  ...withMs(row),
  title: readJson<Localized<string>>(row.title),
  description: readJson<Localized<string>>(row.description),
  locales: readJson<Locale[]>(row.locales),
  draft: readJson<DeckDraft | null>(row.draft),
})
const toDeckOrNull = (row: Deck | null): DeckRow | null => (row === null ? null : toDeck(row))
