import type { NoteContent } from '@/lib/core/content/content'
import type { Manifest } from '@/lib/store/deck-publications'
import type { Tables } from '@/lib/store/tables'
import { partsOf } from '../parts-of'

/** Notes as they were, by id. */
export async function listRevisions(tables: Tables, faces: Manifest): Promise<Map<string, NoteContent>> {
  const contents = new Map<string, NoteContent>()
  for (const part of partsOf(faces, 50)) {
    const rows = await tables.noteRevisions.listByFaces(
      part.map(([noteId, revision]) => ({ noteId, revision })),
    )
    for (const { noteId, content } of rows) contents.set(noteId, content)
  }
  return contents
}
