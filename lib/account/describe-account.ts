import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findGuestToMerge } from './find-guest-to-merge'

/** `heirs`: its co-authors, any of whom it can be handed over to. */
export type OwnedDeck = {
  id: string
  slug: string
  title: Record<string, string>
  heirs: { userId: string; name: string }[]
}

export type AccountView = {
  hasPassword: boolean
  /** Sign-ins at providers. */
  providers: { provider: string; label: string; createdAt: number }[]
  /** A guest's answers and classes that this browser may unite with the account. */
  mergeOffer: { events: number; classes: number } | null
  /** Each must be handed over or withdrawn before the account can be deleted. */
  ownedDecks: OwnedDeck[]
}

/** What the settings page shows of an account beyond the learner's own settings. */
export async function describeAccount(
  store: Store,
  actor: SignedIn,
  { guestSessionId }: { guestSessionId: string | null },
  now: number,
): Promise<Result<AccountView>> {
  const { userId } = actor
  if (!can(actor, 'account.manage', { userId })) return fail('forbidden')
  const user = await store.users.get(userId)
  const guest = await findGuestToMerge(store, actor, guestSessionId, now)
  const providers = await store.signInAccounts.listByUser(userId)
  const decks = await store.decks.listOwned(userId)
  const members = await store.deckMembers.listByDecks(decks.map(({ id }) => id))
  return ok({
    hasPassword: user.passwordHash !== null,
    providers: providers.map(({ provider, label, createdAt }) => ({ provider, label, createdAt })),
    mergeOffer: guest === null ? null : { events: guest.events, classes: guest.classes },
    ownedDecks: decks.map(({ id, slug, title }) => ({
      id,
      slug,
      title,
      heirs: members.flatMap(({ deckId, userId: heirId, name }) =>
        deckId === id && heirId !== userId ? [{ userId: heirId, name }] : [],
      ),
    })),
  })
}
