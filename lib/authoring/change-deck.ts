import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** Who may find a deck. Made private, it stays with those who study it (DESIGN.md §3). */
export async function changeDeck(
  store: Store,
  actor: SignedIn,
  { slug, visibility }: { slug: string; visibility: 'PRIVATE' | 'UNLISTED' | 'PUBLIC' },
  now: number,
): Promise<Result<undefined>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { id, version } = found.deck
  const isChanged = await store.decks.update(id, version, { visibility }, now)
  return isChanged ? ok(undefined) : fail('conflict')
}
