import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Failure, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import type { DeckRow } from '@/lib/store/decks'
import { addNote } from '../drafts/add-note'
import { changeDeckDraft } from '../drafts/change-deck-draft'
import { changeNotes } from '../drafts/change-notes'
import { isImagesFull } from '../image-quota'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { saveNoteDraft } from '../drafts/save-note-draft'
import { findOriginal } from './compare-upstream'
import { findChanges, type UpstreamChange } from './find-changes'
import { findDeckChanges, standingOf, takeOrder, type DeckChange, type DeckPart } from './find-deck-changes'

export type TakeOver = {
  slug: string
  /** Of notes, and of the deck itself: where neither is named, everything. */
  keys?: string[] | undefined
  parts?: DeckPart[] | undefined
  /** The rest is left as it is here, and not shown again. */
  isRestKept: boolean
  locale: Locale
}

/** A request does so many; whoever takes over more is told how many are left and goes on. */
const AT_ONCE = 200

/**
 * Brings what changed in the original into the copy's draft, to be looked at and published like anything else. When
 * nothing is left to take, or the rest is to be kept as it is here, the copy is up to date with the original.
 */
export async function takeOver(
  store: Store,
  actor: SignedIn,
  { slug, keys, parts, isRestKept, locale }: TakeOver,
  now: number,
): Promise<Result<{ taken: number; left: number }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck: copy } = found.value
  const original = await findOriginal(store, actor, copy)
  if (!original) return fail('not-found')
  const isAll = keys === undefined && parts === undefined
  const wanted = new Set(keys)
  const changes = await findChanges(store, copy, original)
  const chosen = changes.filter(({ key }) => isAll || wanted.has(key)).slice(0, AT_ONCE)
  const ofDeck = await findDeckChanges(store, copy, original)
  const chosenParts = ofDeck.filter(({ part }) => isAll || parts?.includes(part))
  const places = chosen.some(({ kind }) => kind === 'added') ? await placesOf(store, copy, original) : null
  // A note whose pictures have no room holds up none of the others.
  const full: Failure[] = []
  for (const change of chosen) {
    const after = places?.after(change.key)
    const id = change.noteId ?? newId(now)
    const failure = await take(store, actor, { slug, change, id, after, locale }, now)
    if (failure && !isImagesFull(failure)) return failure
    if (failure) full.push(failure)
    else if (change.merged !== null) places?.add(change.key, id)
  }
  const failure = await takeParts(store, actor, { copy, original, chosen: chosenParts })
  if (failure) return failure
  const taken = chosen.length - full.length + chosenParts.length
  if (taken === 0 && full.length > 0) return full[0]
  const left = changes.length + ofDeck.length - taken
  if (left === 0 || isRestKept) await store.decks.setCopiedVersion(copy.id, original.version)
  return ok({ taken, left: isRestKept ? 0 : left })
}

/** Where a note that is new there comes here: after the one before it that the copy has, too. */
async function placesOf(store: Store, copy: DeckRow, original: DeckRow) {
  const theirs = (await store.notes.listOrder(original.id)).map(({ key }) => key)
  const rows = await store.notes.listDrafts(copy.id)
  const own = new Map(
    rows.flatMap(({ key, id, draftDeletedAt }) => (draftDeletedAt === null ? [[key, id]] : [])),
  )
  return {
    add: (key: string, id: string) => own.set(key, id),
    after(key: string): string | null {
      for (let at = theirs.indexOf(key) - 1; at >= 0; at--) {
        const id = own.get(theirs[at])
        if (id !== undefined) return id
      }
      return null
    },
  }
}

async function takeParts(
  store: Store,
  actor: SignedIn,
  { copy, original, chosen }: { copy: DeckRow; original: DeckRow; chosen: DeckChange[] },
): Promise<Failure | null> {
  const words = Object.fromEntries(chosen.flatMap(({ part, merged }) => (merged ? [[part, merged]] : [])))
  if (Object.keys(words).length > 0) {
    const before = standingOf(copy)
    const changed = await changeDeckDraft(store, actor, {
      slug: copy.slug,
      draft: { ...before, ...words },
      before,
    })
    if (!changed.ok) return changed
  }
  if (chosen.some(({ part }) => part === 'order')) await takeOrder(store, copy, original)
  return null
}

async function take(
  store: Store,
  actor: SignedIn,
  {
    slug,
    change,
    id,
    after,
    locale,
  }: { slug: string; change: UpstreamChange; id: string; after: string | null | undefined; locale: Locale },
  now: number,
): Promise<Failure | null> {
  const { key, noteId, draftVersion, ours, merged } = change
  if (merged === null) {
    if (noteId === null) return null
    const operations = [{ do: 'delete' as const, ids: [noteId] }]
    const deleted = await changeNotes(store, actor, { slug, operations }, now)
    return deleted.ok ? null : deleted
  }
  if (noteId === null) {
    const place = after === undefined ? {} : { after }
    const added = await addNote(store, actor, { slug, id, key, content: merged, locale, ...place }, now)
    return added.ok ? null : added
  }
  const { source = null, exercise = null, ...words } = merged
  const saved = await saveNoteDraft(
    store,
    actor,
    { slug, id: noteId, draftVersion, change: { ...words, source, exercise }, locale },
    now,
  )
  if (!saved.ok) return saved
  if (ours !== null) return null
  // Deleted here before: it comes back.
  const operations = [{ do: 'restore' as const, ids: [noteId] }]
  const restored = await changeNotes(store, actor, { slug, operations }, now)
  return restored.ok ? null : restored
}
