import type { Db } from './db'

export type ImageMentionsTable = ReturnType<typeof imageMentionsTable>

const PAGE = 100
const HASH = /[0-9a-f]{64}/g

type Page = { hashes: string[]; next: string | null }

/** Where images are named by their hash: in drafts, published notes, their revisions, and what learners propose. */
export const imageMentionsTable = (db: Db) => ({
  /** A part of a deck's notes at a time, so that a large deck holds nobody up. Begin with '', go on with `next`. */
  async listPage(deckId: string, after: string): Promise<Page> {
    const notes = await db.$queryRaw<{ id: string; text: string }[]>`
      SELECT "id", COALESCE(CAST("draft" AS TEXT), '') || COALESCE(CAST("published" AS TEXT), '') AS "text"
      FROM "Note" WHERE "deckId" = ${deckId} AND "id" > ${after} ORDER BY "id" LIMIT ${PAGE}`
    const last = notes[notes.length - 1]?.id
    if (last === undefined) return { hashes: [], next: null }
    const earlier = await db.$queryRaw<{ text: string }[]>`
      SELECT CAST("NoteRevision"."content" AS TEXT) AS "text" FROM "NoteRevision"
      JOIN "Note" ON "Note"."id" = "NoteRevision"."noteId"
      WHERE "Note"."deckId" = ${deckId} AND "Note"."id" > ${after} AND "Note"."id" <= ${last}`
    const hashes = [...notes, ...earlier].flatMap(({ text }) => text.match(HASH) ?? [])
    return { hashes: [...new Set(hashes)], next: notes.length < PAGE ? null : last }
  },

  async isInDeck(deckId: string, sha256: string): Promise<boolean> {
    const pattern = `%${sha256}%`
    const [row] = await db.$queryRaw<{ found: bigint | number }[]>`
      SELECT (SELECT COUNT(*) FROM "Note" WHERE "deckId" = ${deckId}
          AND (CAST("draft" AS TEXT) LIKE ${pattern} OR CAST("published" AS TEXT) LIKE ${pattern}))
        + (SELECT COUNT(*) FROM "NoteRevision" JOIN "Note" ON "Note"."id" = "NoteRevision"."noteId"
          WHERE "Note"."deckId" = ${deckId} AND CAST("NoteRevision"."content" AS TEXT) LIKE ${pattern})
        + (SELECT COUNT(*) FROM "CardReport"
          WHERE "deckId" = ${deckId} AND CAST("proposal" AS TEXT) LIKE ${pattern}) AS "found"`
    return Number(row.found) > 0
  },

  /** In what an import has read and not yet put into a deck. */
  async isInImport(sha256: string): Promise<boolean> {
    const [row] = await db.$queryRaw<{ found: bigint | number }[]>`
      SELECT COUNT(*) AS "found" FROM "ImportItem" WHERE CAST("content" AS TEXT) LIKE ${`%${sha256}%`}`
    return Number(row.found) > 0
  },
})
