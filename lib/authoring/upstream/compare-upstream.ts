import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { DeckRow } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'
import { deckSubject } from '../deck-subject'
import { findDraftDeck } from '../drafts/find-draft-deck'
import { findChanges, type UpstreamChange } from './find-changes'
import { findDeckChanges, type DeckChange } from './find-deck-changes'

export type Upstream = {
  deck: { slug: string; title: Localized<string>; canEdit: boolean }
  /** `unreadable`: gone, or not for this reader any more; nobody is told which. */
  state: 'current' | 'changed' | 'unreadable'
  original: { slug: string; title: Localized<string>; version: number } | null
  changes: UpstreamChange[]
  /** Of its title, description and order. */
  deckChanges: DeckChange[]
}

/** What became of the deck that this one was copied from. Of a deck that is no copy nothing is found. */
export async function compareUpstream(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<Upstream>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const { deck: copy, subject } = found.value
  if (copy.copiedFromId === null) return fail('not-found')
  const deck = { slug, title: copy.title, canEdit: can(actor, 'deck.edit', subject) }
  const original = await findOriginal(store, actor, copy)
  if (!original) return ok({ deck, state: 'unreadable', original: null, changes: [], deckChanges: [] })
  const isSame = original.version === copy.copiedVersion
  const changes = isSame ? [] : await findChanges(store, copy, original)
  const deckChanges = isSame ? [] : await findDeckChanges(store, copy, original)
  return ok({
    deck,
    state: changes.length + deckChanges.length > 0 ? 'changed' : 'current',
    original: { slug: original.slug, title: original.title, version: original.version },
    changes,
    deckChanges,
  })
}

export async function findOriginal(store: Store, actor: SignedIn, copy: DeckRow): Promise<DeckRow | null> {
  const original = copy.copiedFromId === null ? null : await store.decks.find(copy.copiedFromId)
  if (!original) return null
  return can(actor, 'deck.read', await deckSubject(store, actor, original)) ? original : null
}
