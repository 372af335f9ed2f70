import { audit } from '@/lib/account/audit'
import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import { newId } from '@/lib/platform/new-id'
import { newSecret } from '@/lib/platform/session/one-time-secret'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'
import type { OpenInvite } from './list-members'

const DAY_MS = 24 * 60 * 60_000
const MAX_OPEN = 20
const MAX_MEMBERS = 50

/**
 * A link that makes whoever opens it a co-author, once, until it expires or is revoked. It is handed over by the
 * owner themselves: nobody is looked up by an address here, so nothing is told of who has an account.
 */
export async function inviteMember(
  store: Store,
  actor: SignedIn,
  { slug, role, days }: { slug: string; role: 'EDITOR' | 'VIEWER'; days: number },
  now: number,
): Promise<Result<OpenInvite & { token: string }>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  if (!can(actor, 'deck.own', found.subject)) return fail('forbidden')
  const { id: deckId } = found.deck
  const [open, members] = await Promise.all([
    store.deckInvites.listOpen(deckId, now),
    store.deckMembers.listByDeck(deckId),
  ])
  if (open.length >= MAX_OPEN || members.length >= MAX_MEMBERS)
    return fail('invalid', { reason: 'too-many-members' })
  const { secret, hash } = newSecret()
  const invite = { id: newId(now), role, createdAt: now, expiresAt: now + days * DAY_MS }
  await store.transaction(async (tables) => {
    await tables.deckInvites.create({ ...invite, hash, deckId, byId: actor.userId })
    await audit(tables, { actorId: actor.userId, verb: 'invite-made', deckId, detail: { role, days } }, now)
  })
  return ok({ ...invite, token: secret })
}
