import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Localized } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findReadableDeck } from '../deck-subject'

export type Member = { userId: string; name: string; role: 'OWNER' | 'EDITOR' | 'VIEWER'; isYou: boolean }

export type OpenInvite = { id: string; role: 'EDITOR' | 'VIEWER'; createdAt: number; expiresAt: number }

export type Members = {
  deck: { slug: string; title: Localized<string> }
  members: Member[]
  canOwn: boolean
  /** The owner's alone. */
  invites: OpenInvite[]
}

/** Who writes in a deck, shown by name to those who do. Nobody's address. */
export async function listMembers(
  store: Store,
  actor: SignedIn,
  { slug }: { slug: string },
  now: number,
): Promise<Result<Members>> {
  const found = await findReadableDeck(store, actor, slug)
  if (!found) return fail('not-found')
  const { deck, subject } = found
  if (!can(actor, 'deck.members', subject)) return fail('forbidden')
  const canOwn = can(actor, 'deck.own', subject)
  const [owner, members, invites] = await Promise.all([
    deck.ownerId === null ? null : store.users.find(deck.ownerId),
    store.deckMembers.listByDeck(deck.id),
    canOwn ? store.deckInvites.listOpen(deck.id, now) : [],
  ])
  const isYou = (userId: string) => userId === actor.userId
  return ok({
    deck: { slug, title: deck.title },
    members: [
      ...(owner
        ? [{ userId: owner.id, name: owner.name, role: 'OWNER' as const, isYou: isYou(owner.id) }]
        : []),
      ...members
        .filter(({ userId }) => userId !== deck.ownerId)
        .map(({ userId, name, role }) => ({ userId, name, role, isYou: isYou(userId) })),
    ],
    canOwn,
    invites: invites.map(({ id, role, createdAt, expiresAt }) => ({ id, role, createdAt, expiresAt })),
  })
}
