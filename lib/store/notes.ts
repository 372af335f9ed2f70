import type { NoteContent, NoteDraft, NoteKind } from '@/lib/core/content/content'
import type { Db } from './db'
import { Prisma, type Note } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'
import { readJson, writeJson, writeNullableJson } from './json-column'

export type NoteRow = Omit<WithMs<Note>, 'tags' | 'draft' | 'published'> & {
  tags: string[]
  draft: NoteDraft | null
  published: NoteContent | null
}

export type DraftColumns = Pick<
  NoteRow,
  'draftVersion' | 'draftPosition' | 'draftDeletedAt' | 'draftById' | 'draftAt'
>

export type NewNote = Omit<NoteRow, 'deletedAt' | keyof DraftColumns>

export type WrittenNote = Pick<NoteRow, 'id' | 'deckId' | 'key' | 'kind' | 'tags' | 'position'> & {
  /** A NoteContent as JSON. */
  published: string
  /** It counts as deleted until it is revealed. */
  isUnseen: boolean
}

/** A note as its authors' list needs it, without what is published of it, which is large. */
export type DraftNoteRow = Omit<NoteRow, 'published' | 'tags'>

export type NoteHead = Pick<NoteRow, 'id' | 'key' | 'deletedAt' | 'revision' | 'position'>

export type NewDraftNote = Pick<NoteRow, 'id' | 'deckId' | 'key'> & {
  draft: NoteDraft
  draftPosition: number
}

/** `null` for a draft that says what is published already. */
export type DraftChange = { draft?: NoteDraft | null; draftDeletedAt?: number | null }

export type NotesTable = ReturnType<typeof notesTable>

export const notesTable = (db: Db) => ({
  async create(note: NewNote): Promise<void> {
    await db.note.create({ data: toData(note) })
  },

  async createMany(notes: NewNote[]): Promise<void> {
    if (notes.length > 0) await db.note.createMany({ data: notes.map(toData) })
  },

  /**
   * Many new notes, each with its first revision, whose published content is JSON already: a whole deck's is large, and
   * Prisma would read and write it anew, twice.
   */
  async createWritten(notes: WrittenNote[], deckVersion: number, now: number): Promise<void> {
    if (notes.length === 0) return
    const rows = notes.map(
      ({ id, deckId, key, kind, tags, position, published, isUnseen }) =>
        Prisma.sql`(${id}, ${deckId}, ${key}, ${kind}, ${JSON.stringify(tags)}, ${position}, ${published}, 1, ${isUnseen ? toDate(now) : null})`,
    )
    await db.$executeRaw`
      INSERT INTO "Note" ("id", "deckId", "key", "kind", "tags", "position", "published", "revision", "deletedAt")
      VALUES ${Prisma.join(rows)}`
    await db.$executeRaw`
      INSERT INTO "NoteRevision" ("noteId", "revision", "deckVersion", "content", "createdAt")
      SELECT "id", 1, ${deckVersion}, "published", ${toDate(now)} FROM "Note"
      WHERE "id" IN (${Prisma.join(notes.map(({ id }) => id))})`
  },

  async update(
    id: string,
    change: Partial<Pick<NoteRow, 'kind' | 'tags' | 'position' | 'published' | 'revision' | 'deletedAt'>>,
  ): Promise<void> {
    const { tags, published, deletedAt, ...columns } = change
    await db.note.update({
      where: { id },
      data: {
        ...columns,
        ...(tags && { tags: writeJson(tags) }),
        ...(published && { published: writeJson(published) }),
        ...(deletedAt !== undefined && { deletedAt: toDateOrNull(deletedAt) }),
      },
    })
  },

  /** Deleted ones too: one that comes back under its key is the same note. Without their contents, which are large. */
  async listHeads(deckId: string): Promise<NoteHead[]> {
    const rows = await db.note.findMany({
      where: { deckId },
      select: { id: true, key: true, deletedAt: true, revision: true, position: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(withMs)
  },

  /** What learners see of these notes is a revision that is stored already: few statements, however many notes. */
  async showRevisions(shown: { id: string; revision: number }[]): Promise<void> {
    for (const part of inParts(shown, 200)) {
      const values = Prisma.join(
        part.map(({ id, revision }) => Prisma.sql`(${id}, CAST(${revision} AS INTEGER))`),
      )
      await db.$executeRaw`
        UPDATE "Note" SET "published" = r."content", "tags" = r."content" -> 'tags', "revision" = r."revision",
               "deletedAt" = NULL
        FROM (VALUES ${values}) AS shown, "NoteRevision" r
        WHERE "Note"."id" = shown.column1 AND r."noteId" = shown.column1 AND r."revision" = shown.column2`
    }
  },

  /** Many at once, in few statements. */
  async setKinds(changes: { id: string; kind: NoteKind }[]): Promise<void> {
    for (const kind of new Set(changes.map((change) => change.kind))) {
      const ids = changes.flatMap((change) => (change.kind === kind ? change.id : []))
      for (const part of inParts(ids, 500))
        await db.note.updateMany({ where: { id: { in: part } }, data: { kind } })
    }
  },

  /** Many at once, in few statements: taking one note away moves all that follow. */
  async setPositions(positions: [id: string, position: number][]): Promise<void> {
    for (const part of inParts(positions, 200)) {
      const values = Prisma.join(
        part.map(([id, position]) => Prisma.sql`(${id}, CAST(${position} AS INTEGER))`),
      )
      await db.$executeRaw`
        UPDATE "Note" SET "position" = placed.column2
        FROM (VALUES ${values}) AS placed WHERE "Note"."id" = placed.column1`
    }
  },

  /** What was drafted is published now, in this order, but for some notes, whose drafts stay. */
  async settleDrafts(deckId: string, except: string[], now: number): Promise<void> {
    const settled = { deckId, id: { notIn: except } }
    await db.note.updateMany({
      where: { ...settled, revision: 0, draftDeletedAt: { not: null } },
      data: { deletedAt: toDate(now) },
    })
    await db.note.updateMany({
      where: { ...settled, OR: [{ draft: { not: Prisma.DbNull } }, { draftDeletedAt: { not: null } }] },
      data: { draft: Prisma.DbNull, draftDeletedAt: null },
    })
    await db.note.updateMany({
      where: { deckId, draftPosition: { not: null } },
      data: { draftPosition: null },
    })
  },

  /** What is published of a deck, in its order, without contents. */
  async listOrder(deckId: string): Promise<Pick<NoteRow, 'id' | 'key'>[]> {
    return db.note.findMany({
      where: { deckId, deletedAt: null, revision: { gt: 0 } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, key: true },
    })
  },

  /** After the last that is published. */
  async findNextPosition(deckId: string): Promise<number> {
    const { _max } = await db.note.aggregate({ where: { deckId, deletedAt: null }, _max: { position: true } })
    return (_max.position ?? -1) + 1
  },

  /** Of a deck: those with something drafted that is not published. */
  async listDraftedIds(deckId: string): Promise<Set<string>> {
    const rows = await db.note.findMany({
      where: { deckId, OR: [{ draft: { not: Prisma.DbNull } }, { draftDeletedAt: { not: null } }] },
      select: { id: true },
    })
    return new Set(rows.map(({ id }) => id))
  },

  /** By deck, how many notes have one of these keys; decks with none are left out. */
  async countKeys(deckIds: string[], keys: string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>()
    if (deckIds.length === 0) return counts
    for (const part of inParts(keys, 500)) {
      const rows = await db.note.groupBy({
        by: ['deckId'],
        where: { deckId: { in: deckIds }, key: { in: part }, deletedAt: null },
        _count: true,
        orderBy: { deckId: 'asc' },
      })
      for (const { deckId, _count } of rows) counts.set(deckId, (counts.get(deckId) ?? 0) + _count)
    }
    return counts
  },

  /** Sets many notes aside as deleted, or (null) brings them back. */
  async setDeleted(ids: string[], deletedAt: number | null): Promise<void> {
    for (const part of inParts(ids, 500))
      await db.note.updateMany({ where: { id: { in: part } }, data: { deletedAt: toDateOrNull(deletedAt) } })
  },

  /** Those of them that are this deck's are deleted no longer. */
  async bringBack(deckId: string, ids: string[]): Promise<void> {
    for (const part of inParts(ids, 500))
      await db.note.updateMany({ where: { deckId, id: { in: part } }, data: { deletedAt: null } })
  },

  /** In the deck's order, without deleted ones. */
  async listByDeck(deckId: string): Promise<NoteRow[]> {
    const rows = await db.note.findMany({
      where: { deckId, deletedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(toNote)
  },

  /** Of a deck, in its authors' order: what is published or drafted, deleted drafts too. */
  async listDrafts(deckId: string): Promise<DraftNoteRow[]> {
    const rows = await db.note.findMany({
      where: { deckId, OR: [{ deletedAt: null }, { draft: { not: Prisma.DbNull } }] },
      omit: { published: true, tags: true },
    })
    return rows
      .map((row) => ({ ...withMs(row), draft: readJson<NoteDraft | null>(row.draft) }))
      .sort(byDraftPlace)
  },

  /** The published words of some notes, without the rendered cards, which are most of what is stored. */
  async listPublishedWords(ids: string[]): Promise<Map<string, NoteDraft>> {
    if (ids.length === 0) return new Map()
    // "->" reads JSON on both databases.
    const rows = await db.$queryRaw<{ id: string; words: string }[]>`
      SELECT "id", '{"fields":' || CAST("published" -> 'fields' AS TEXT)
        || ',"kind":' || CAST("published" -> 'kind' AS TEXT)
        || ',"tags":' || CAST("published" -> 'tags' AS TEXT)
        || COALESCE(',"source":' || CAST("published" -> 'source' AS TEXT), '')
        || COALESCE(',"exercise":' || CAST("published" -> 'exercise' AS TEXT), '') || '}' AS "words"
      FROM "Note" WHERE "published" IS NOT NULL AND "id" IN (${Prisma.join(ids)})`
    return new Map(rows.map(({ id, words }) => [id, JSON.parse(words) as NoteDraft])) // written by writeJson
  },

  async createDraft(
    { id, deckId, key, draft, draftPosition }: NewDraftNote,
    byId: string,
    now: number,
  ): Promise<void> {
    const { kind, tags } = draft
    const shown = { id, deckId, key, kind, tags: writeJson(tags), position: 0, revision: 0 }
    const saved = {
      draft: writeJson(draft),
      draftPosition,
      draftVersion: 1,
      draftById: byId,
      draftAt: toDate(now),
    }
    await db.note.create({ data: { ...shown, ...saved } })
  },

  /** False when somebody else saved since `draftVersion` was read: nothing is overwritten. */
  async saveDraft(
    { id, draftVersion }: { id: string; draftVersion: number },
    { draft, draftDeletedAt }: DraftChange,
    byId: string,
    now: number,
  ): Promise<boolean> {
    const { count } = await db.note.updateMany({
      where: { id, draftVersion },
      data: {
        ...(draft !== undefined && { draft: writeNullableJson(draft) }),
        ...(draftDeletedAt !== undefined && { draftDeletedAt: toDateOrNull(draftDeletedAt) }),
        draftVersion: draftVersion + 1,
        draftById: byId,
        draftAt: toDate(now),
      },
    })
    return count === 1
  },

  /** These drafts say what is published now. */
  async dropDrafts(ids: string[]): Promise<void> {
    if (ids.length === 0) return
    await db.note.updateMany({ where: { id: { in: ids } }, data: { draft: Prisma.DbNull } })
  },

  async setDraftPositions(positions: [id: string, position: number][]): Promise<void> {
    for (const part of inParts(positions, 200)) {
      const values = Prisma.join(
        part.map(([id, position]) => Prisma.sql`(${id}, CAST(${position} AS DOUBLE PRECISION))`),
      )
      await db.$executeRaw`
        UPDATE "Note" SET "draftPosition" = placed.column2
        FROM (VALUES ${values}) AS placed WHERE "Note"."id" = placed.column1`
    }
  },

  async find(id: string): Promise<NoteRow | null> {
    const row = await db.note.findUnique({ where: { id } })
    return row === null ? null : toNote(row)
  },

  /** A deck's exercises, deleted ones too. */
  async listExercises(deckId: string): Promise<NoteRow[]> {
    return (await db.note.findMany({ where: { deckId, kind: 'EXERCISE' } })).map(toNote)
  },

  async listByIds(ids: string[]): Promise<NoteRow[]> {
    return (await db.note.findMany({ where: { id: { in: ids } } })).map(toNote)
  },
})

type Placed = Pick<NoteRow, 'id' | 'position' | 'draftPosition'>

export function byDraftPlace(a: Placed, b: Placed): number {
  const difference = (a.draftPosition ?? a.position) - (b.draftPosition ?? b.position)
  return difference === 0 ? (a.id < b.id ? -1 : 1) : difference
}

const inParts = <T>(rows: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))

const toData = (note: NewNote) => ({
  ...note,
  tags: writeJson(note.tags),
  draft: writeNullableJson(note.draft),
  published: writeNullableJson(note.published),
})

const toNote = (row: Note): NoteRow => ({
  ...withMs(row),
  tags: readJson<string[]>(row.tags),
  draft: readJson<NoteDraft | null>(row.draft),
  published: readJson<NoteContent | null>(row.published),
})
