import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { newLinkToken } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from './deck-subject'

/** Another link to an unlisted deck: the one before opens nothing any more. Who joined by it stays. */
export async function renewDeckLink(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
  now: number,
): Promise<Result<{ link: string }>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { id, visibility } = found.deck
  if (visibility !== 'UNLISTED') return fail('invalid', { reason: 'not-unlisted' })
  const link = newLinkToken()
  return store.transaction(async (tables) => {
    const isChanged = await tables.decks.setVisibility(id, actor.userId, { visibility, shareToken: link })
    if (!isChanged) return fail('conflict')
    await audit(tables, { actorId: actor.userId, verb: 'deck-link-renewed', deckId: id }, now)
    return ok({ link })
  })
}
