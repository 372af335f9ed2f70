import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Tables } from '@/lib/store/tables'
import { findReadableDeck, type ReadableDeck } from '../deck-subject'

/** To look: its owner, editors and viewers; whoever else reads a deck sees what is published, and no more of it. */
export async function findDraftDeck(
  tables: Tables,
  actor: SignedIn,
  slug: string,
  verb: 'deck.drafts' | 'deck.edit',
): Promise<Result<ReadableDeck>> {
  const found = await findReadableDeck(tables, actor, slug)
  if (!found || !can(actor, 'deck.drafts', found.subject)) return fail('not-found')
  return can(actor, verb, found.subject) ? ok(found) : fail('forbidden', { reason: 'editor-required' })
}
