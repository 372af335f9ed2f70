import type { NoteContent } from '@/lib/core/content/content'
import type { Db } from './db'
import type { NoteRevision } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

export type NoteRevisionRow = Omit<WithMs<NoteRevision>, 'content'> & { content: NoteContent }

export type NoteRevisionsTable = ReturnType<typeof noteRevisionsTable>

export const noteRevisionsTable = (db: Db) => ({
  async create(revision: NoteRevisionRow): Promise<void> {
    await db.noteRevision.create({ data: toData(revision) })
  },

  async createMany(revisions: NoteRevisionRow[]): Promise<void> {
    if (revisions.length > 0) await db.noteRevision.createMany({ data: revisions.map(toData) })
  },

  /** One revision each of several notes. */
  async listByFaces(faces: { noteId: string; revision: number }[]): Promise<NoteRevisionRow[]> {
    const rows = await db.noteRevision.findMany({
      where: { OR: faces.map(({ noteId, revision }) => ({ noteId, revision })) },
    })
    return rows.map((row) => ({ ...withMs(row), content: readJson<NoteContent>(row.content) }))
  },

  async find(noteId: string, revision: number): Promise<NoteRevisionRow | null> {
    const row = await db.noteRevision.findUnique({ where: { noteId_revision: { noteId, revision } } })
    return row === null ? null : { ...withMs(row), content: readJson<NoteContent>(row.content) }
  },

  /** When each of these notes last changed for its learners; not of notes that none has seen. */
  async listLatest(noteIds: string[]): Promise<Map<string, number>> {
    const rows = await db.noteRevision.groupBy({
      by: ['noteId'],
      where: { noteId: { in: noteIds } },
      _max: { createdAt: true },
    })
    return new Map(
      rows.flatMap(({ noteId, _max }) => (_max.createdAt ? [[noteId, _max.createdAt.getTime()]] : [])),
    )
  },

  async listByNote(noteId: string): Promise<NoteRevisionRow[]> {
    const rows = await db.noteRevision.findMany({ where: { noteId }, orderBy: { revision: 'desc' } })
    return rows.map((row) => ({ ...withMs(row), content: readJson<NoteContent>(row.content) }))
  },
})

const toData = (revision: NoteRevisionRow) => ({
  ...revision,
  content: writeJson(revision.content),
  createdAt: toDate(revision.createdAt),
})
