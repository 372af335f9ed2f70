import type { Actor } from '@/lib/core/access/actor'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { hashSecret } from '@/lib/platform/session/one-time-secret'
import type { DeckInviteRow } from '@/lib/store/deck-invites'
import type { DeckRow } from '@/lib/store/decks'
import type { Store } from '@/lib/store/store'

export type Invite = {
  role: 'EDITOR' | 'VIEWER'
  slug: string
  title: Localized<string>
  /** Who invites. */
  by: string
  expiresAt: number
  /** Already in: as the owner, or with at least this role. */
  isIn: boolean
}

/** What stands behind a link, for whoever was handed it. Opening it changes nothing. */
export async function findInvite(
  store: Store,
  actor: Actor,
  { token }: { token: string },
  now: number,
): Promise<Result<Invite>> {
  const found = await findOpenInvite(store, token, now)
  if (!found) return fail('not-found')
  const { invite, deck } = found
  const [by, role] = await Promise.all([
    store.users.find(invite.byId),
    actor.kind === 'user' ? store.deckMembers.findRole(deck.id, actor.userId) : null,
  ])
  const isOwner = actor.kind === 'user' && deck.ownerId === actor.userId
  return ok({
    role: invite.role,
    slug: deck.slug,
    title: deck.title,
    by: by?.name ?? '',
    expiresAt: invite.expiresAt,
    isIn: isOwner || role === 'EDITOR' || role === invite.role,
  })
}

/** An invitation is its owner's: it dies when the deck is handed over or withdrawn. */
export async function findOpenInvite(
  store: Store,
  token: string,
  now: number,
): Promise<{ invite: DeckInviteRow; deck: DeckRow } | null> {
  const invite = await store.deckInvites.findOpen(hashSecret(token), now)
  const deck = invite && (await store.decks.find(invite.deckId))
  return invite && deck && deck.ownerId === invite.byId ? { invite, deck } : null
}
