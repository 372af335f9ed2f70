import type { NoteContent, NoteKind } from '@/lib/core/content/content'
import type { Db } from './db'
import { Prisma, type ImportItem } from './generated/sqlite/client'
import { toDate } from './instant'
import { readJson, writeJson } from './json-column'

export type ImportOutcome = 'NEW' | 'UPDATED' | 'UNCHANGED' | 'CONFLICT' | 'UNREADABLE'

export type ImportItemRow = Omit<ImportItem, 'outcome' | 'content' | 'staged'> & {
  outcome: ImportOutcome
  /** What a room wrote; the store does not look inside. */
  content: unknown
  /** A NoteContent as JSON: it is only passed on. */
  staged: string | null
}

export type ImportItemPlace = Pick<ImportItemRow, 'outcome' | 'reason' | 'deckId' | 'noteId' | 'before'>

export type NewImportItem = Omit<ImportItemRow, 'staged' | 'after'>

export type ImportItemsTable = ReturnType<typeof importItemsTable>

export const importItemsTable = (db: Db) => ({
  async createMany(items: NewImportItem[]): Promise<void> {
    if (items.length === 0) return
    const rows = items.map(
      ({ userId, importId, position, name, outcome, reason, deckId, noteId, content, before }) =>
        Prisma.sql`(${userId}, ${importId}, ${position}, ${name}, ${outcome}, ${reason}, ${deckId}, ${noteId}, ${JSON.stringify(content)}, ${before})`,
    )
    await db.$executeRaw`
      INSERT INTO "ImportItem" ("userId", "importId", "position", "name", "outcome", "reason", "deckId", "noteId", "content", "before")
      VALUES ${Prisma.join(rows)}`
  },

  /** A part of them in the file's order, without what is staged. */
  async listPart(userId: string, importId: string, after: number, limit: number, outcomes?: ImportOutcome[]) {
    const rows = await db.importItem.findMany({
      where: { userId, importId, position: { gt: after }, ...(outcomes && { outcome: { in: outcomes } }) },
      orderBy: { position: 'asc' },
      take: limit,
      omit: { staged: true },
    })
    return rows.map((row) => ({ ...row, outcome: row.outcome as ImportOutcome })) // written by createMany and place
  },

  /** Where those of one outcome stand, and why. */
  async listReasons(
    userId: string,
    importId: string,
    outcome: ImportOutcome,
  ): Promise<Pick<ImportItemRow, 'position' | 'reason'>[]> {
    return db.importItem.findMany({
      where: { userId, importId, outcome },
      orderBy: { position: 'asc' },
      select: { position: true, reason: true },
    })
  },

  async count(userId: string, importId: string): Promise<Partial<Record<ImportOutcome, number>>> {
    const rows = await db.importItem.groupBy({
      by: ['outcome'],
      where: { userId, importId },
      _count: true,
      orderBy: { outcome: 'asc' },
    })
    return Object.fromEntries(rows.map(({ outcome, _count }) => [outcome, _count]))
  },

  /** What the file's notes come to in the decks that were chosen. */
  async place(
    userId: string,
    importId: string,
    places: (ImportItemPlace & { position: number; content: unknown })[],
  ): Promise<void> {
    for (const { position, content, ...place } of places)
      await db.importItem.update({
        where: { userId_importId_position: { userId, importId, position } },
        data: { ...place, content: writeJson(content) },
      })
  },

  /** `staged`: a NoteContent as JSON. */
  async stage(userId: string, importId: string, position: number, staged: string): Promise<void> {
    await db.$executeRaw`
      UPDATE "ImportItem" SET "staged" = ${staged}
      WHERE "userId" = ${userId} AND "importId" = ${importId} AND "position" = ${position}`
  },

  /** The words that the last import applied to these notes brought: what both sides have changed since is a conflict. */
  async listLastApplied(userId: string, noteIds: string[]): Promise<Map<string, unknown>> {
    const rows = await db.importItem.findMany({
      where: {
        userId,
        noteId: { in: noteIds },
        after: { not: null },
        job: { status: 'APPLIED' },
      },
      select: { noteId: true, content: true, importId: true },
      orderBy: { importId: 'asc' },
    })
    return new Map(rows.flatMap(({ noteId, content }) => (noteId === null ? [] : [[noteId, content]])))
  },

  /**
   * Everything that was staged is what learners see: new notes stop being deleted, changed ones take what was rendered
   * for them as their next revision. Three statements, however many notes. What is drafted of a changed note goes.
   */
  async reveal(
    { userId, importId, deckId }: { userId: string; importId: string; deckId: string },
    deckVersion: number,
    now: number,
  ): Promise<void> {
    const at = toDate(now)
    const changed = Prisma.sql`"userId" = ${userId} AND "importId" = ${importId} AND "deckId" = ${deckId} AND "staged" IS NOT NULL`
    await db.$executeRaw`
      INSERT INTO "NoteRevision" ("noteId", "revision", "deckVersion", "content", "createdAt")
      SELECT n."id", n."revision" + 1, ${deckVersion}, i."staged", ${at}
      FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
      WHERE i."userId" = ${userId} AND i."importId" = ${importId} AND i."deckId" = ${deckId} AND i."staged" IS NOT NULL`
    await db.$executeRaw`
      UPDATE "Note" SET
        "published" = (SELECT "staged" FROM "ImportItem" WHERE ${changed} AND "noteId" = "Note"."id"),
        "tags" = (SELECT "staged" -> 'tags' FROM "ImportItem" WHERE ${changed} AND "noteId" = "Note"."id"),
        "revision" = "revision" + 1, "deletedAt" = NULL,
        "draft" = NULL, "draftDeletedAt" = NULL, "draftPosition" = NULL
      WHERE "id" IN (SELECT "noteId" FROM "ImportItem" WHERE ${changed})`
    await db.$executeRaw`
      UPDATE "Note" SET "deletedAt" = NULL
      WHERE "id" IN (SELECT "noteId" FROM "ImportItem" WHERE "userId" = ${userId} AND "importId" = ${importId}
        AND "deckId" = ${deckId} AND "outcome" = 'NEW')`
  },

  /**
   * After `reveal`: what each note became with that version of its deck, by which an undo knows what was changed since;
   * what was staged goes. It says the same whenever it is done, and done twice.
   */
  async settle(
    { userId, importId, deckId }: { userId: string; importId: string; deckId: string },
    deckVersion: number,
  ): Promise<void> {
    await db.$executeRaw`
      UPDATE "ImportItem" SET "staged" = NULL,
        "after" = (SELECT MAX(r."revision") FROM "NoteRevision" r
          WHERE r."noteId" = "ImportItem"."noteId" AND r."deckVersion" = ${deckVersion})
      WHERE "userId" = ${userId} AND "importId" = ${importId} AND "deckId" = ${deckId}
        AND ("staged" IS NOT NULL OR ("outcome" = 'NEW' AND "after" IS NULL))`
  },

  /**
   * The opposite of `reveal`, for the notes that nobody has changed since: new ones are deleted, changed ones take
   * what they were before as one more revision. Returns how many stay as they are now.
   */
  async takeBack(
    { userId, importId, deckId }: { userId: string; importId: string; deckId: string },
    deckVersion: number,
    now: number,
  ): Promise<number> {
    const at = toDate(now)
    const own = Prisma.sql`i."userId" = ${userId} AND i."importId" = ${importId} AND i."deckId" = ${deckId} AND i."after" IS NOT NULL`
    const untouched = Prisma.sql`${own} AND i."after" = n."revision" AND n."deletedAt" IS NULL`
    const [row] = await db.$queryRaw<{ count: bigint | number }[]>`
      SELECT COUNT(*) AS "count" FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
      WHERE ${own} AND NOT (i."after" = n."revision" AND n."deletedAt" IS NULL)`
    await db.$executeRaw`
      UPDATE "Note" SET "deletedAt" = ${at} WHERE "id" IN (
        SELECT n."id" FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
        WHERE ${untouched} AND (i."before" IS NULL OR i."reason" = 'was-deleted'))`
    await db.$executeRaw`
      INSERT INTO "NoteRevision" ("noteId", "revision", "deckVersion", "content", "createdAt")
      SELECT n."id", n."revision" + 1, ${deckVersion}, r."content", ${at}
      FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
      JOIN "NoteRevision" r ON r."noteId" = n."id" AND r."revision" = i."before"
      WHERE ${untouched} AND i."before" IS NOT NULL`
    await db.$executeRaw`
      UPDATE "Note" SET
        "published" = (SELECT r."content" FROM "NoteRevision" r
          WHERE r."noteId" = "Note"."id" AND r."revision" = "Note"."revision" + 1),
        "tags" = (SELECT r."content" -> 'tags' FROM "NoteRevision" r
          WHERE r."noteId" = "Note"."id" AND r."revision" = "Note"."revision" + 1),
        "revision" = "revision" + 1
      WHERE "id" IN (SELECT i."noteId" FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
        WHERE ${untouched} AND i."before" IS NOT NULL)`
    return Number(row.count)
  },

  /** Notes of a deck that the import changed, with the cards that they ask for now. */
  async listChangedNotes(
    userId: string,
    importId: string,
    deckId: string,
  ): Promise<{ id: string; ords: number[] }[]> {
    const rows = await db.$queryRaw<{ id: string; cards: string }[]>`
      SELECT n."id", CAST(n."published" -> 'cards' AS TEXT) AS "cards"
      FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
      WHERE i."userId" = ${userId} AND i."importId" = ${importId} AND i."deckId" = ${deckId}
        AND i."after" IS NOT NULL AND i."before" IS NOT NULL`
    return rows.map(({ id, cards }) => {
      const published = readJson<NoteContent['cards']>(JSON.parse(cards)) // written by writeJson
      return { id, ords: published.map(({ ord }) => ord) }
    })
  },

  /** What was written for an import that ended half-way and was never seen. */
  async removeStagedNotes(userId: string, importId: string): Promise<void> {
    const staged = Prisma.sql`SELECT "noteId" FROM "ImportItem"
      WHERE "userId" = ${userId} AND "importId" = ${importId} AND "outcome" = 'NEW' AND "after" IS NULL`
    const cards = Prisma.sql`SELECT "Card"."id" FROM "Card" JOIN "Note" ON "Note"."id" = "Card"."noteId"
      WHERE "Note"."deletedAt" IS NOT NULL AND "Note"."id" IN (${staged})`
    await db.$executeRaw`DELETE FROM "Memory" WHERE "cardId" IN (${cards})`
    await db.$executeRaw`DELETE FROM "StudyEvent" WHERE "cardId" IN (${cards})`
    await db.$executeRaw`DELETE FROM "Note" WHERE "deletedAt" IS NOT NULL AND "id" IN (${staged})`
    await db.importItem.updateMany({
      where: { userId, importId, staged: { not: Prisma.DbNull } },
      data: { staged: Prisma.DbNull },
    })
  },

  /** Notes whose kind differs from what is published now: its column is of the database's own type. */
  async listKindChanges(userId: string, importId: string): Promise<{ id: string; kind: NoteKind }[]> {
    const rows = await db.$queryRaw<{ id: string; kind: string }[]>`
      SELECT n."id", CAST(n."published" -> 'kind' AS TEXT) AS "kind"
      FROM "ImportItem" i JOIN "Note" n ON n."id" = i."noteId"
      WHERE i."userId" = ${userId} AND i."importId" = ${importId} AND i."before" IS NOT NULL
        AND CAST(n."published" -> 'kind' AS TEXT) <> '"' || CAST(n."kind" AS TEXT) || '"'`
    return rows.map(({ id, kind }) => ({ id, kind: readJson<NoteKind>(JSON.parse(kind)) }))
  },
})
