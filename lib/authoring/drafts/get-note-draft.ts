import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { viewDraftNote, type DraftNoteView } from './draft-note-view'
import { findDraftDeck } from './find-draft-deck'

/** One note as its authors have it, with what is published of it, its cards, and what is wrong with it. */
export async function getNoteDraft(
  store: Store,
  actor: SignedIn,
  { slug, id, locale }: { slug: string; id: string; locale: Locale },
): Promise<Result<{ note: DraftNoteView }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const row = await store.notes.find(id)
  if (!row || row.deckId !== found.value.deck.id) return fail('not-found')
  const note = await viewDraftNote(store, actor, row, locale)
  return note ? ok({ note }) : fail('not-found')
}
