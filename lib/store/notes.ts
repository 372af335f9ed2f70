import type { NoteContent } from '@/lib/core/content/content'
import type { Db } from './db'
import type { Note } from './generated/sqlite/client'
import { toDateOrNull, withMs, type WithMs } from './instant'
import { readJson, writeJson, writeNullableJson } from './json-column'

export type NoteRow = Omit<WithMs<Note>, 'tags' | 'draft' | 'published'> & {
  tags: string[]
  draft: NoteContent | null
  published: NoteContent | null
}

export type DraftColumns = Pick<
  NoteRow,
  'draftVersion' | 'draftPosition' | 'draftDeletedAt' | 'draftById' | 'draftAt'
>

export type NewNote = Omit<NoteRow, 'deletedAt' | keyof DraftColumns>

export type NotesTable = ReturnType<typeof notesTable>

export const notesTable = (db: Db) => ({
  async create(note: NewNote): Promise<void> {
    await db.note.create({ data: toData(note) })
  },

  async createMany(notes: NewNote[]): Promise<void> {
    if (notes.length > 0) await db.note.createMany({ data: notes.map(toData) })
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
  async listHeads(deckId: string): Promise<Pick<NoteRow, 'id' | 'key' | 'deletedAt'>[]> {
    const rows = await db.note.findMany({
      where: { deckId },
      select: { id: true, key: true, deletedAt: true },
    })
    return rows.map(withMs)
  },

  /** In the deck's order, without deleted ones. */
  async listByDeck(deckId: string): Promise<NoteRow[]> {
    const rows = await db.note.findMany({
      where: { deckId, deletedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    return rows.map(toNote)
  },

  async listByIds(ids: string[]): Promise<NoteRow[]> {
    return (await db.note.findMany({ where: { id: { in: ids } } })).map(toNote)
  },
})

const toData = (note: NewNote) => ({
  ...note,
  tags: writeJson(note.tags),
  draft: writeNullableJson(note.draft),
  published: writeNullableJson(note.published),
})

const toNote = (row: Note): NoteRow => ({
  ...withMs(row),
  tags: readJson<string[]>(row.tags),
  draft: readJson<NoteContent | null>(row.draft),
  published: readJson<NoteContent | null>(row.published),
})
