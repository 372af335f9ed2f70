import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'
import { confirmPassword } from './confirm-password'
import { leaveClasses } from './leave-classes'
import { leaveDecks } from './leave-decks'
import { letGoOfDeck } from './let-go-of-deck'

/** What becomes of a deck that the person owns: by deck id. `handOverTo`: the user id of one who is in it already. */
export type DeckFate = { withdraw: true } | { handOverTo: string }

type Input = { password?: string | undefined; decks: Record<string, DeckFate> }

/**
 * Erases the person: events, memories, sessions, tokens, everything of theirs. Audit rows stay without a name. Each
 * owned deck is handed over or withdrawn; withdrawn ones stay with those who study them. A deck goes to a co-author, who
 * took that role themselves: nobody is looked up by an address, so nothing is told of who has an account.
 */
export async function deleteAccount(
  store: Store,
  actor: SignedIn,
  { password, decks }: Input,
  now: number,
): Promise<Result<undefined>> {
  const { userId } = actor
  if (!can(actor, 'account.manage', { userId })) return fail('forbidden')
  const confirmed = await confirmPassword(store, await store.users.get(userId), password, now)
  if (!confirmed.ok) return confirmed
  return store.transaction(async (tables) => {
    await tables.houseFacts.put('roles-changed-at', now) // see grant-role
    await tables.sessions.revokeAll(userId, now)
    const settled = await settleDecks(tables, userId, decks, now)
    if (!settled.ok) return settled
    if (await isLastAdministrator(tables, userId)) return fail('conflict', { reason: 'last-administrator' })
    await leaveDecks(tables, userId, now)
    await leaveClasses(tables, userId, now)
    for (const guestId of await tables.users.listMergedInto(userId)) {
      await tables.auditEvents.anonymise(guestId)
      await tables.users.delete(guestId)
    }
    await tables.quizzes.forgetOwner(userId)
    await tables.auditEvents.anonymise(userId)
    await tables.users.delete(userId)
    await audit(tables, { actorId: null, verb: 'account-deleted', userId: null }, now)
    return ok(undefined)
  })
}

async function settleDecks(
  tables: Tables,
  userId: string,
  fates: Record<string, DeckFate>,
  now: number,
): Promise<Result<undefined>> {
  const owned = await tables.decks.listOwned(userId)
  const undecided = owned.filter(({ id }) => !Object.hasOwn(fates, id))
  if (undecided.length > 0) {
    const decks = undecided.map(({ id, slug, title }) => ({ id, slug, title }))
    return fail('conflict', { reason: 'decks-remain', decks })
  }
  for (const { id } of owned) {
    const fate = fates[id]
    if ('withdraw' in fate) {
      await letGoOfDeck(tables, { deckId: id, ownerId: userId }, now) // or by themselves, a moment ago
    } else {
      const heirId = fate.handOverTo
      // Who owns it is no member any more.
      if (!(await tables.deckMembers.delete(id, heirId)) || heirId === userId)
        return fail('invalid', { reason: 'no-such-heir', deckId: id })
      if (!(await tables.decks.handOver(id, userId, heirId, now))) return fail('conflict')
      const handed = { verb: 'deck-handed-over', deckId: id, personId: heirId } as const
      await audit(tables, { actorId: userId, ...handed }, now)
    }
  }
  return ok(undefined)
}

async function isLastAdministrator(tables: Tables, userId: string): Promise<boolean> {
  const user = await tables.users.get(userId)
  return user.role === 'ADMIN' && (await tables.users.countByRole('ADMIN')) === 1
}
