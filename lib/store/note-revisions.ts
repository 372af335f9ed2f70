import type { NoteContent } from '@/lib/core/content/content'
import type { Db } from './db'
import type { NoteRevision } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'
import { readJson, writeJson } from './json-column'

export type NoteRevisionRow = Omit<WithMs<NoteRevision>, 'content'> & { content: NoteContent }

export type NoteRevisionsTable = ReturnType<typeof noteRevisionsTable>

export const noteRevisionsTable = (db: Db) => ({
  async create(revision: NoteRevisionRow): Promise<void> {
    await db.noteRevision.create({
      data: { ...revision, content: writeJson(revision.content), createdAt: toDate(revision.createdAt) },
    })
  },

  async listByNote(noteId: string): Promise<NoteRevisionRow[]> {
    const rows = await db.noteRevision.findMany({ where: { noteId }, orderBy: { revision: 'desc' } })
    return rows.map((row) => ({ ...withMs(row), content: readJson<NoteContent>(row.content) }))
  },
})
