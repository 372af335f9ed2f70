import type { DraftNoteRow } from '@/lib/store/notes'

/**
 * Where drafts stand that stay drafts while the others are published and numbered anew: new ones keep their
 * neighbours, those that are published stand there.
 *
 * @param rows in their authors' order
 * @param kept of which the drafts stay
 */
export function placesOfKept(
  rows: DraftNoteRow[],
  kept: ReadonlySet<string>,
): [id: string, position: number][] {
  const places: [string, number][] = []
  let last = -1
  let run: string[] = []
  for (const row of rows) {
    const isPublished = row.revision > 0 && row.deletedAt === null
    if (kept.has(row.id) && !isPublished) {
      run.push(row.id)
      continue
    }
    if (row.draftDeletedAt !== null && !kept.has(row.id)) continue
    settle()
    last++
  }
  settle()
  return places

  function settle() {
    for (const [i, id] of run.entries()) places.push([id, last + (i + 1) / (run.length + 1)])
    run = []
  }
}
