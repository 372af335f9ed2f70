import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Locale, Localized } from '@/lib/core/content/content'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findDraftDeck } from './find-draft-deck'

export type OpenDraftDeck = { slug: string; title: Localized<string>; locales: Locale[]; canEdit: boolean }

/** What the editor's page needs to stand before its notes have come. */
export async function openDraftDeck(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<Result<OpenDraftDeck>> {
  const found = await findDraftDeck(store, actor, slug, 'deck.drafts')
  if (!found.ok) return found
  const { deck, subject } = found.value
  const title = deck.draft?.title ?? deck.title
  return ok({ slug, title, locales: deck.locales, canEdit: can(actor, 'deck.edit', subject) })
}
