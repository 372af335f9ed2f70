import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { foldLog } from '@/lib/core/memory/fold'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'
import { findGuestToMerge } from './find-guest-to-merge'

/**
 * What a guest learned joins the account that they signed in to: logs united, memories folded again. The guest's row
 * stays as a signpost, so that answers that still wait in some browser are taken for the account.
 */
export async function mergeGuest(
  store: Store,
  actor: SignedIn,
  { guestSessionId }: { guestSessionId: string | null },
  now: number,
): Promise<Result<{ events: number; cards: number }>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  const guest = await findGuestToMerge(store, actor, guestSessionId, now)
  if (!guest) return fail('not-found', { reason: 'not-mergeable' })
  const accountId = actor.userId
  return store.transaction(async (tables) => {
    if (!(await tables.users.mergeGuest(guest.id, accountId))) {
      return fail('not-found', { reason: 'not-mergeable' })
    }
    await tables.sessions.revokeAll(guest.id, now)
    const cardIds = await tables.studyEvents.listCardIds(guest.id)
    await tables.schedulerRevisions.moveAll(guest.id, accountId)
    await tables.exerciseAttempts.moveAll(guest.id, accountId)
    await tables.quizzes.moveAll(guest.id, accountId)
    await tables.quizRuns.moveAll(guest.id, accountId)
    await tables.cardReports.moveAll(guest.id, accountId)
    await tables.studyEvents.moveAll(guest.id, accountId)
    await tables.memories.deleteAll(guest.id)
    await moveEnrolments(tables, guest.id, accountId, now)
    await moveClasses(tables, guest.id, accountId, now)
    await foldAgain(tables, accountId, cardIds)
    await audit(
      tables,
      { actorId: accountId, verb: 'guest-merged', userId: accountId, detail: { events: guest.events } },
      now,
    )
    return ok({ events: guest.events, cards: cardIds.length })
  })
}

async function moveEnrolments(
  tables: Tables,
  guestId: string,
  accountId: string,
  now: number,
): Promise<void> {
  const [preset] = await tables.presets.listByUser(accountId)
  const has = new Set((await tables.enrolments.listByUser(accountId)).map(({ deckId }) => deckId))
  const missing = (await tables.enrolments.listByUser(guestId)).filter(({ deckId }) => !has.has(deckId))
  await tables.enrolments.deleteAll(guestId)
  for (const { deckId } of missing) {
    await tables.enrolments.create({ userId: accountId, deckId, presetId: preset.id, createdAt: now })
  }
}

/** From when the guest joined, so that the work for the class that its instructors saw does not vanish from it. */
async function moveClasses(tables: Tables, guestId: string, accountId: string, now: number): Promise<void> {
  const has = new Set((await tables.classMembers.listByUser(accountId)).map(({ classId }) => classId))
  for (const { classId, joinedAt } of await tables.classMembers.listByUser(guestId)) {
    await tables.classMembers.delete(classId, guestId)
    const tell = (verb: 'class-left' | 'class-joined', personId: string) =>
      audit(tables, { actorId: personId, verb, classId, personId, detail: { as: 'guest' } }, now)
    await tell('class-left', guestId)
    if (has.has(classId)) continue
    await tables.classMembers.create({ classId, userId: accountId, role: 'LEARNER', joinedAt })
    await tell('class-joined', accountId)
  }
}

async function foldAgain(tables: Tables, userId: string, cardIds: string[]): Promise<void> {
  const rows = await tables.schedulerRevisions.listByUser(userId)
  const revisions = Object.fromEntries(rows.map(({ id, settings }) => [id, settings]))
  for (const cardId of cardIds) {
    await tables.memories.take(userId, cardId) // before the log is read: nobody adds to it beside us
    const log = await tables.studyEvents.listByCard(userId, cardId)
    await tables.memories.save(userId, cardId, foldLog(log, { cardId, revisions }).memory)
  }
}
