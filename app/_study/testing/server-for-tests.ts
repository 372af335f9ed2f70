import { foldLog } from '@/lib/core/memory/fold'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { EventBatch, EventBatchReply } from '@/lib/core/study/event-batch'
import type { StudyPack } from '@/lib/core/study/study-pack'

/** The server's promises about events, from the pure core alone: stored once by id, corrected clocks, folded logs. */
export function serverForTests(pack: StudyPack) {
  const stored = new Map<string, StudyEvent>()
  const logOf = (cardId: string) => [...stored.values()].filter((event) => event.cardId === cardId)
  const foldOf = (cardId: string) => foldLog(logOf(cardId), { cardId, revisions: pack.revisions })

  return {
    stored,
    foldOf,
    pack,

    receive(batch: EventBatch, receivedAt: number): EventBatchReply {
      const receipts = batch.events.map((event) => {
        const status: 'again' | 'stored' = stored.has(event.id) ? 'again' : 'stored'
        const answeredAt = Math.min(event.answeredAt + receivedAt - batch.sentAt, receivedAt)
        if (status === 'stored')
          stored.set(event.id, { ...event, answeredAt, studyDay: studyDayAt(answeredAt, pack.learner) })
        const fold = foldOf(event.cardId)
        const verdict = fold.verdicts.find((one) => one.event.id === event.id)
        if (!verdict) throw new Error('stored events are folded')
        const counted = verdict.counted || verdict.undone
        return { id: event.id, status, event: verdict.event, counted, memory: fold.memory }
      })
      return { receivedAt, receipts }
    },

    servePack(servedAt: number): StudyPack {
      const logs = Object.fromEntries(pack.cards.map(({ id }) => [id, logOf(id)]))
      return { ...pack, servedAt, studyDay: studyDayAt(servedAt, pack.learner), logs }
    },
  }
}
