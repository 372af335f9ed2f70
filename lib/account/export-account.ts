import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { tokenView } from './token-view'

/** Everything that the house knows of the actor, readable by people and programs. No hash of anything. */
export async function exportAccount(
  store: Store,
  actor: SignedIn,
  _input: undefined,
  now: number,
): Promise<Result<Record<string, unknown>>> {
  const { userId } = actor
  if (!can(actor, 'account.read', { userId })) return fail('forbidden')
  const { passwordHash, ...person } = await store.users.get(userId)
  const enrolments = await store.enrolments.listByUser(userId)
  const owned = await store.decks.listOwned(userId)
  const studied = await store.decks.listByIds(enrolments.map(({ deckId }) => deckId))
  const notes = await Promise.all(owned.map(({ id }) => store.notes.listByDeck(id)))
  return ok({
    format: 'unroll-export',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    about: 'Instants are milliseconds since 1970 (UTC); days are study days, counted from 1970-01-01.',
    person: { ...person, hasPassword: passwordHash !== null },
    signInProviders: await store.signInAccounts.listByUser(userId),
    sessions: await store.sessions.listLiveByUser(userId, now),
    tokens: (await store.tokens.listByUser(userId)).map(tokenView),
    presets: await store.presets.listByUser(userId),
    schedulerRevisions: await store.schedulerRevisions.listByUser(userId),
    enrolments,
    decksStudied: studied.map(({ id, slug, title }) => ({ id, slug, title })),
    decksOwned: owned.map((deck, i) => ({ ...deck, notes: notes[i] })),
    events: await store.studyEvents.listByUser(userId),
    memories: await store.memories.listByUser(userId),
    attempts: await store.exerciseAttempts.listByUser(userId),
    quizzes: await store.quizzes.listByOwner(userId),
    quizRuns: await store.quizRuns.listByUser(userId),
    reports: await store.cardReports.listByUser(userId, 100_000),
    audit: await store.auditEvents.listAbout(userId),
  })
}
