import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { listWithheld } from '@/lib/practice/quiz/list-withheld'
import type { StoredAttempt } from '@/lib/store/attempts'
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
  const [attempts, runs, withheld, classes] = await Promise.all([
    store.exerciseAttempts.listByUser(userId),
    store.quizRuns.listByUser(userId),
    listWithheld(store, userId, now),
    store.classrooms.listByMember(userId),
  ])
  const isWithheld = (runId: string | undefined) => runId !== undefined && withheld.has(runId)
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
    attempts: attempts.map((attempt) => (isWithheld(attempt.quizRunId) ? answersOf(attempt) : attempt)),
    quizzes: await store.quizzes.listByOwner(userId),
    quizRuns: runs.map((run) => ({
      ...run,
      // The link of a class' quiz is its instructor's to give.
      quiz: run.assignmentId === null ? run.quiz : { title: run.quiz.title },
      score: isWithheld(run.id) ? null : run.score,
    })),
    classes: classes.map(({ id, name, role, joinedAt }) => ({ id, name, role, joinedAt })),
    reports: await store.cardReports.listByUser(userId, 100_000),
    audit: await store.auditEvents.listAbout(userId),
  })
}

/** Of a class' quiz that is not due yet: what was answered, and nothing of what was right. */
function answersOf({ outcome: _outcome, score: _score, slips: _slips, ...answered }: StoredAttempt) {
  return answered
}
