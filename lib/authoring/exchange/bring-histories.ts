import { undoneTargets } from '@/lib/core/memory/in-force'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { CardHistory } from '@/lib/exchange/incoming'
import { foldStoredLog } from '@/lib/study/fold-stored-log'
import type { Store } from '@/lib/store/store'
import type { StudyTx } from '@/lib/store/study-writes'
import { eventId, eventIdsOfHistory, eventsOfHistory } from './events-of-history'

export type BroughtHistory = { cardId: string; history: CardHistory }

type Place = { importId: string; calendar: StudyCalendar; schedulerRevisionId: string; now: number }

/**
 * The learner's own logs of these cards, from another program. A card that they have already studied here keeps the
 * memory that it has: two pasts of one memory cannot both be true. What was undone is no past: an import taken back
 * may come again. Returns how many came along.
 */
export async function bringHistories(
  store: Store,
  userId: string,
  brought: readonly BroughtHistory[],
  place: Place,
): Promise<number> {
  const written = await Promise.all(
    brought.map(async ({ cardId, history }) => {
      const events = eventsOfHistory(history, { ...place, cardId })
      if (events.length === 0) return false
      return store.study.record(async (tx) => {
        await tx.takeMemory(userId, cardId)
        const known = await tx.listCardEvents(userId, cardId)
        const [own, undone] = [new Set(events.map(({ id }) => id)), undoneTargets(known)]
        if (known.some(({ id, kind }) => kind !== 'UNDO' && !undone.has(id) && !own.has(id))) return false
        return write(tx, userId, cardId, events, place.now)
      })
    }),
  )
  return written.filter(Boolean).length
}

/** Undoes them by events, as everything in a log is undone. What is undone already is left, so it may be repeated. */
export async function takeHistoriesBack(
  store: Store,
  userId: string,
  brought: readonly BroughtHistory[],
  { importId, now }: Pick<Place, 'importId' | 'now'>,
): Promise<void> {
  await Promise.all(
    brought.map(({ cardId, history }) => {
      const own = new Set(eventIdsOfHistory(history, { cardId, importId }))
      return store.study.record(async (tx) => {
        await tx.takeMemory(userId, cardId)
        const stored = await tx.listCardEvents(userId, cardId)
        const undone = undoneTargets(stored)
        const events = stored
          .filter(({ id }) => own.has(id) && !undone.has(id))
          .map(({ id, answeredAt, studyDay, schedulerRevisionId }): StudyEvent => ({
            id: eventId('undo', id),
            cardId,
            kind: 'UNDO',
            after: null,
            target: id,
            answeredAt,
            studyDay,
            schedulerRevisionId,
          }))
        return events.length > 0 && (await write(tx, userId, cardId, events, now))
      })
    }),
  )
}

async function write(
  tx: StudyTx,
  userId: string,
  cardId: string,
  events: readonly StudyEvent[],
  now: number,
): Promise<boolean> {
  for (const event of events)
    await tx.insertEvent(userId, { ...event, claimedAt: event.answeredAt, receivedAt: now })
  const { memory } = await foldStoredLog(tx, userId, cardId)
  await tx.saveMemory(userId, cardId, memory)
  return events.length > 0
}
