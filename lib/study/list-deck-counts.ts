import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { foldLogs, listDayAnswers } from '@/lib/core/memory/fold-logs'
import { NEW_MEMORY } from '@/lib/core/memory/memory'
import { buildQueue, type QueueCounts } from '@/lib/core/queue/queue'
import { examsOf } from '@/lib/core/study/exams-of'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { Store } from '@/lib/store/store'
import { chooseCards } from './choose-cards'
import { loadEnrolledDecks } from './load-enrolled-decks'
import { listTasks } from './list-tasks'
import { loadLogs } from './load-logs'

export type DeckCounts = QueueCounts & { deckId: string }

/** What each deck that the learner studies has for today, by the same queue that the review asks from. */
export async function listDeckCounts(
  store: Store,
  actor: SignedIn,
  { calendar }: { calendar: StudyCalendar },
  now: number,
): Promise<Result<DeckCounts[]>> {
  const { userId } = actor
  if (!can(actor, 'study.read', { userId })) return fail('forbidden')
  const today = studyDayAt(now, calendar)
  const [enrolled, tasks] = await Promise.all([
    loadEnrolledDecks(store, actor),
    listTasks(store, userId, calendar),
  ])
  const exams = examsOf(tasks)
  const at = { now, today, calendar }
  const cards = await chooseCards(store, userId, enrolled, at, { aheadDays: 0, moreNew: 0, exams })
  const touchedToday = new Set(await store.studyEvents.listCardIdsSince(userId, today))
  const logs = await loadLogs(
    store,
    userId,
    cards.filter(({ id }) => touchedToday.has(id)),
  )
  const { countsByDeck } = buildQueue({
    ...enrolled,
    cards,
    memories: new Map(cards.map(({ id, memory }) => [id, memory ?? NEW_MEMORY])),
    answers: listDayAnswers(foldLogs(logs, enrolled.revisions).values(), today),
    now,
    calendar,
    exams,
  })
  return ok(
    enrolled.decks.flatMap(({ id }) => (countsByDeck[id] ? [{ deckId: id, ...countsByDeck[id] }] : [])),
  )
}
