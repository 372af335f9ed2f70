import { setTimeout } from 'node:timers/promises'
import type { LearnerRecord } from '@/lib/core/classroom/learner-figures'
import type { SlipAttempt } from '@/lib/core/classroom/slip-figures'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { NamedAssignment } from '@/lib/store/assignments'
import type { NamedMember } from '@/lib/store/class-members'
import type { ClassRun } from '@/lib/store/quiz-runs'
import type { Store } from '@/lib/store/store'

export type SeenLearner = {
  member: NamedMember
  record: LearnerRecord
  /** Of the class' quizzes, begun since joining. */
  runs: ClassRun[]
  attempts: SlipAttempt[]
}

/**
 * SQLite answers without ever going round the event loop, and an answer of somebody else needs more than one turn of it:
 * between two steps of counting they get their turns.
 */
const giveWay = () => setTimeout(1)
/** So many rows are read in a few milliseconds. */
const EVENTS_AT_ONCE = 250

/**
 * What a class may see of each of these learners, one after the other in small steps. Events of other decks, from before joining, of practice: none is read.
 */
export async function* loadRecords(
  store: Store,
  assignments: readonly NamedAssignment[],
  learners: readonly NamedMember[],
  now: number,
): AsyncGenerator<SeenLearner> {
  const deckIds = [...new Set(assignments.flatMap(({ deckId }) => deckId ?? []))]
  const quizIds = assignments.flatMap(({ id, quizId }) => (quizId === null ? [] : [id]))
  const cards = await store.studyCards.listIds(deckIds)
  const allRuns = quizIds.length === 0 ? [] : await store.quizRuns.listOfAssignments(quizIds)
  const decks = deckIds.map((deckId) => ({ deckId, cardIds: cards.get(deckId) ?? [] }))
  for (const member of learners) {
    const { userId, joinedAt, calendar } = member
    const events = await loadEvents(store, member, deckIds)
    const memories = events.length === 0 ? [] : await store.memories.listDueOfDecks(userId, deckIds)
    await giveWay()
    const runs = allRuns.filter((run) => run.userId === userId && run.startedAt >= joinedAt)
    const ids = events.flatMap(({ attemptId }) => attemptId ?? [])
    const slips = await store.exerciseAttempts.listSlips(userId, { ids, runIds: runs.map(({ id }) => id) })
    await giveWay()
    yield {
      member,
      record: {
        joinedAt,
        now,
        today: studyDayAt(now, calendar),
        decks,
        events,
        memories: new Map(memories.map((memory) => [memory.cardId, memory])),
      },
      runs,
      attempts: slips.map((attempt) => ({ ...attempt, learnerId: userId })),
    }
  }
}

async function loadEvents(
  store: Store,
  { userId, joinedAt }: NamedMember,
  deckIds: string[],
): Promise<StudyEvent[]> {
  const events: StudyEvent[] = []
  for (let afterId = ''; ; afterId = events[events.length - 1].id) {
    await giveWay()
    const page = { deckIds, sinceMs: joinedAt, afterId, limit: EVENTS_AT_ONCE }
    const next = await store.studyEvents.listOfDecks(userId, page)
    events.push(...next)
    if (next.length < EVENTS_AT_ONCE) return events
  }
}
