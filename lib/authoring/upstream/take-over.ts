import type { SignedIn } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Failure, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import type { Store } from '@/lib/store/store'
import { addNote } from '../drafts/add-note'
import { changeNotes } from '../drafts/change-notes'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { saveNoteDraft } from '../drafts/save-note-draft'
import { findOriginal } from './compare-upstream'
import { findChanges, type UpstreamChange } from './find-changes'

export type TakeOver = {
  slug: string
  /** Left out: all of them. */
  keys?: string[] | undefined
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
  { slug, keys, isRestKept, locale }: TakeOver,
  now: number,
): Promise<Result<{ taken: number; left: number }>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.edit')
  if (!found.ok) return found
  const { deck: copy } = found.value
  const original = await findOriginal(store, actor, copy)
  if (!original) return fail('not-found')
  const wanted = keys && new Set(keys)
  const changes = await findChanges(store, copy, original)
  const chosen = changes.filter(({ key }) => !wanted || wanted.has(key)).slice(0, AT_ONCE)
  for (const change of chosen) {
    const failure = await take(store, actor, { slug, change, locale }, now)
    if (failure) return failure
  }
  const left = changes.length - chosen.length
  if (left === 0 || isRestKept) await store.decks.setCopiedVersion(copy.id, original.version)
  return ok({ taken: chosen.length, left: isRestKept ? 0 : left })
}

async function take(
  store: Store,
  actor: SignedIn,
  { slug, change, locale }: { slug: string; change: UpstreamChange; locale: Locale },
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
    const added = await addNote(store, actor, { slug, id: newId(now), key, content: merged, locale }, now)
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
