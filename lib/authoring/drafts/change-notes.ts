import type { SignedIn } from '@/lib/core/access/actor'
import { isSameDraft } from '@/lib/core/content/draft-of-note'
import { draftStateOf, type DraftState } from '@/lib/core/content/draft-state'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DraftNoteRow } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { applyOperations } from './apply-operations'
import { findDraftDeck } from './find-draft-deck'
import type { NoteOperation } from './note-operation'
import { placeOf } from './place-of'

export type ChangedNote = { id: string; draftVersion: number; state: DraftState }

/**
 * One change to many notes: tags, kind, place, deleted or not. In one transaction; the answer's `undo` is what brings
 * everything back when it is sent to the same door. Notes that are not there (any more) are passed over.
 */
export async function changeNotes(
  store: Store,
  actor: SignedIn,
  { slug, operations }: { slug: string; operations: NoteOperation[] },
  now: number,
): Promise<Result<{ notes: ChangedNote[]; undo: NoteOperation[] }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { id: deckId } = found.value.deck
  const named = new Set(operations.flatMap(({ ids }) => ids))
  return store.transaction(async (tables) => {
    await tables.decks.take(deckId)
    const rows = await tables.notes.listDrafts(deckId)
    const rowOf = new Map<string, DraftNoteRow>(rows.map((row) => [row.id, row]))
    const published = await tables.notes.listPublishedWords([...named].filter((id) => rowOf.has(id)))
    const standings = rows.flatMap((row) => {
      const draft = named.has(row.id) ? (row.draft ?? published.get(row.id)) : undefined
      return draft ? [{ id: row.id, draft, isDeleted: row.draftDeletedAt !== null }] : []
    })
    const { changed, places, undo } = applyOperations(rows.map(placeOf), standings, operations)
    for (const { id, draft, isDeleted } of changed) {
      const row = rowOf.get(id)
      if (!row) continue
      const words = row.deletedAt === null ? published.get(id) : undefined
      const isBack = words !== undefined && isSameDraft(draft, words)
      const draftDeletedAt = isDeleted ? (row.draftDeletedAt ?? now) : null
      const isSaved = await tables.notes.saveDraft(
        row,
        { draft: isBack ? null : draft, draftDeletedAt },
        actor.userId,
        now,
      )
      if (!isSaved) return fail('conflict')
    }
    await tables.notes.setDraftPositions(places.map(({ id, place }) => [id, place]))
    const touched = new Set([...changed.map(({ id }) => id), ...places.map(({ id }) => id)])
    const after = await tables.notes.listDrafts(deckId)
    const notes = after.flatMap((row) =>
      touched.has(row.id) ? [{ id: row.id, draftVersion: row.draftVersion, state: draftStateOf(row) }] : [],
    )
    return ok({ notes, undo })
  })
}
