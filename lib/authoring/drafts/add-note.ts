import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale, NoteDraft } from '@/lib/core/content/content'
import { draftOfContent } from '@/lib/core/content/draft-of-note'
import { placeNotes } from '@/lib/core/content/place-notes'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { MAX_NOTES } from '@/lib/exchange/deck-file/deck-file'
import { linkImages } from '../image-quota'
import { readableImages } from './check-draft'
import { viewDraftNote, type DraftNoteView } from './draft-note-view'
import { findDraftDeck } from './find-draft-deck'
import { placeOf } from './place-of'

export type NewNoteDraft = {
  slug: string
  /** Made by who asks: sent again, it is the same note. */
  id: string
  /** Of a deck file, unique in its deck; made from the id when left out. */
  key?: string
  /** null: at the beginning; left out: at the end. */
  after?: string | null
  /** A note of the same deck whose draft is the beginning of this one. */
  copyOf?: string
  content: Partial<NoteDraft>
  locale: Locale
}

export async function addNote(
  store: Store,
  actor: SignedIn,
  { slug, id, key, after, copyOf, content, locale }: NewNoteDraft,
  now: number,
): Promise<Result<{ note: DraftNoteView }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck } = found.value
  const original = copyOf === undefined ? null : await store.notes.find(copyOf)
  if (copyOf !== undefined && original?.deckId !== deck.id) return fail('not-found')
  const copied = original?.draft ?? (original?.published ? draftOfContent(original.published) : null)
  const draft: NoteDraft = { kind: 'BASIC', tags: [], fields: {}, ...copied, ...content }
  const images = [...(await readableImages(store, actor, draft)).keys()]
  try {
    const added = await store.transaction(async (tables) => {
      await tables.decks.take(deck.id)
      const known = await tables.notes.find(id)
      if (known) return known.deckId === deck.id ? ok(undefined) : fail('conflict', { reason: 'id-taken' })
      const order = (await tables.notes.listDrafts(deck.id)).map(placeOf)
      if (order.length >= MAX_NOTES) return fail('invalid', { reason: 'too-many-notes' })
      const places = placeNotes(order, [id], after === undefined ? (order.at(-1)?.id ?? null) : after)
      const own = places.find((place) => place.id === id)?.place ?? order.length
      const row = { id, deckId: deck.id, key: key ?? `note-${id}`, draft, draftPosition: own }
      await tables.notes.createDraft(row, actor.userId, now)
      await tables.notes.setDraftPositions(places.flatMap((at) => (at.id === id ? [] : [[at.id, at.place]])))
      return linkImages(tables, deck, images)
    })
    if (!added.ok) return added
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return fail('conflict', { reason: 'key-taken' })
  }
  const row = await store.notes.find(id)
  const note = row && (await viewDraftNote(store, actor, row, locale))
  return note ? ok({ note }) : fail('not-found')
}
