import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale, NoteDraft } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { viewDraftNote, type DraftNoteView } from './draft-note-view'
import { findDraftDeck } from './find-draft-deck'

/** Back to what learners have. What was drafted is answered, so that saving it again undoes this. */
export async function discardNoteDraft(
  store: Store,
  actor: SignedIn,
  { slug, id, draftVersion, locale }: { slug: string; id: string; draftVersion: number; locale: Locale },
  now: number,
): Promise<Result<{ note: DraftNoteView; discarded: NoteDraft | null }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck } = found.value
  const before = await store.notes.find(id)
  if (!before || before.deckId !== deck.id) return fail('not-found')
  if (before.published === null || before.deletedAt !== null)
    return fail('invalid', { reason: 'never-published' })
  const isDiscarded = await store.transaction(async (tables) => {
    await tables.decks.take(deck.id)
    const change = { draft: null, draftDeletedAt: null }
    return tables.notes.saveDraft({ id, draftVersion }, change, actor.userId, now)
  })
  const row = await store.notes.find(id)
  const note = row && (await viewDraftNote(store, actor, row, locale))
  if (!note) return fail('not-found')
  return isDiscarded
    ? ok({ note, discarded: before.draft })
    : fail('conflict', { reason: 'draft-changed', note })
}
