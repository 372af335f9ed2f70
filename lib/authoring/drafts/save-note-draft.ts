import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale, NoteDraft } from '@/lib/core/content/content'
import { draftOfContent, isSameDraft } from '@/lib/core/content/draft-of-note'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DraftChange } from '@/lib/store/notes'
import type { Store } from '@/lib/store/store'
import { linkImages } from '../image-quota'
import { readableImages } from './check-draft'
import { viewDraftNote, type DraftNoteView } from './draft-note-view'
import { findDraftDeck } from './find-draft-deck'

/** What is left out stays as it is; `null` takes the source or the exercise away. */
export type NoteChange = Partial<Pick<NoteDraft, 'kind' | 'tags' | 'fields'>> & {
  source?: string | null
  exercise?: unknown
}

export type SaveNoteDraft = {
  slug: string
  id: string
  draftVersion: number
  change: NoteChange
  /** Of the sentences that say what is wrong. */
  locale: Locale
}

/**
 * Keeps what an author wrote, finished or not. Of two who save at once the second gets the first one's note with
 * `conflict`, and nothing is overwritten; the same save sent twice is one.
 */
export async function saveNoteDraft(
  store: Store,
  actor: SignedIn,
  { slug, id, draftVersion, change, locale }: SaveNoteDraft,
  now: number,
): Promise<Result<{ note: DraftNoteView }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck } = found.value
  const before = await store.notes.find(id)
  const published = before?.published ? draftOfContent(before.published) : null
  const drafted = before?.draft ?? published
  if (!before || before.deckId !== deck.id || drafted === null) return fail('not-found')

  const draft = withChange(drafted, change)
  const isBack = published !== null && before.deletedAt === null && isSameDraft(draft, published)
  const saved: DraftChange = { draft: isBack ? null : draft }
  const images = [...(await readableImages(store, actor, draft)).keys()]
  const written = await store.transaction(async (tables) => {
    await tables.decks.take(deck.id)
    if (!(await tables.notes.saveDraft({ id, draftVersion }, saved, actor.userId, now)))
      return fail('conflict')
    return linkImages(tables, deck, images)
  })
  if (!written.ok && written.code !== 'conflict') return written
  const row = await store.notes.find(id)
  const note = row && (await viewDraftNote(store, actor, row, locale))
  if (!note) return fail('not-found')
  const isRetry =
    note.savedBy?.isYou === true && note.draftVersion === draftVersion + 1 && isSameDraft(note, draft)
  return written.ok || isRetry ? ok({ note }) : fail('conflict', { reason: 'draft-changed', note })
}

function withChange(before: NoteDraft, change: NoteChange): NoteDraft {
  const { source, exercise, ...rest } = { ...before, ...change }
  return {
    ...rest,
    ...(source === null || source === undefined ? {} : { source }),
    ...(exercise === null || exercise === undefined ? {} : { exercise }),
  }
}
