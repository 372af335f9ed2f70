import type { NoteDraft } from '@/lib/core/content/content'
import { isSameDraft } from '@/lib/core/content/draft-of-note'
import { draftOfContent } from '@/lib/core/content/draft-of-note'
import { mergeNotes } from '@/lib/core/content/merge-drafts'
import type { DeckRow } from '@/lib/store/decks'
import type { NoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { partsOf } from '../parts-of'
import { findPublication } from '../publishing/find-publication'

export type UpstreamChange = {
  key: string
  kind: 'added' | 'changed' | 'removed'
  /** The copy changed the same: taking it over replaces what the copy says. */
  isConflict: boolean
  /** The copy's own note, where it has one. */
  noteId: string | null
  draftVersion: number
  /** As the copy has it. */
  ours: NoteDraft | null
  /** As it would be; null: deleted. */
  merged: NoteDraft | null
}

const AT_ONCE = 200

/**
 * What became of an original since a copy last took it over, note by note (a note is known by its key), as far as the
 * copy does not say the same already. Only notes whose revision moved are read.
 */
export async function findChanges(store: Store, copy: DeckRow, original: DeckRow): Promise<UpstreamChange[]> {
  const [base, heads, own] = await Promise.all([
    copy.copiedVersion === null ? null : findPublication(store, original, copy.copiedVersion),
    store.notes.listHeads(original.id),
    store.notes.listHeads(copy.id),
  ])
  const revisionThen = new Map(base?.manifest ?? [])
  const moved = heads.filter(({ id, revision, deletedAt }) => {
    const now = deletedAt === null && revision > 0 ? revision : undefined
    return base === null ? now !== undefined : now !== revisionThen.get(id)
  })
  const ownOf = new Map(own.map(({ key, id }) => [key, id]))
  const changes: UpstreamChange[] = []
  for (const part of partsOf(moved, AT_ONCE)) {
    const then = part.flatMap(({ id }) => {
      const revision = revisionThen.get(id)
      return revision === undefined ? [] : [{ noteId: id, revision }]
    })
    const [revisions, now, ours] = await Promise.all([
      then.length === 0 ? [] : store.noteRevisions.listByFaces(then),
      store.notes.listPublishedWords(part.flatMap(({ id, deletedAt }) => (deletedAt === null ? [id] : []))),
      store.notes.listByIds(part.flatMap(({ key }) => ownOf.get(key) ?? [])),
    ])
    const wasOf = new Map(revisions.map(({ noteId, content }) => [noteId, draftOfContent(content)]))
    const rowOf = new Map(ours.map((row) => [row.key, row]))
    for (const { id, key } of part) {
      const change = changeOf(key, wasOf.get(id) ?? null, now.get(id) ?? null, rowOf.get(key) ?? null)
      if (change) changes.push(change)
    }
  }
  return changes
}

function changeOf(
  key: string,
  was: NoteDraft | null,
  theirs: NoteDraft | null,
  row: NoteRow | null,
): UpstreamChange | null {
  const ours = row && standing(row)
  const of = { key, noteId: row?.id ?? null, draftVersion: row?.draftVersion ?? 0, ours }
  if (theirs === null) {
    if (ours === null) return null
    return { ...of, kind: 'removed', isConflict: was === null || !isSameDraft(was, ours), merged: null }
  }
  if (was !== null && isSameDraft(was, theirs)) return null
  if (ours === null) {
    // Deleted here on purpose, or new there: only the first is worth a warning.
    return { ...of, kind: 'added', isConflict: row !== null, merged: theirs }
  }
  if (isSameDraft(ours, theirs)) return null
  const { merged, isConflict } = mergeNotes(was, ours, theirs)
  return isSameDraft(merged, ours) ? null : { ...of, kind: 'changed', isConflict, merged }
}

/** As the copy's authors have it; null for a note that is deleted. */
function standing(row: NoteRow): NoteDraft | null {
  if (row.draftDeletedAt !== null) return null
  if (row.draft) return row.draft
  return row.deletedAt === null && row.published ? draftOfContent(row.published) : null
}
