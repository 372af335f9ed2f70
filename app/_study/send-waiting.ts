import { MAX_BATCH, type ClientEvent, type EventBatchReply } from '@/lib/core/study/event-batch'
import type { LocalStore } from './local-store'
import type { Refusal, StudyApi } from './study-api'

export type SendOutcome = { kind: 'sent' } | Exclude<Refusal, { kind: 'rejected' }>

type Sending = {
  learner: string
  /** What waits, as known now: in the database, and in memory where the database failed. */
  listWaiting: () => Promise<ClientEvent[]>
  store: Pick<LocalStore, 'settle'>
  api: StudyApi
  now: () => number
  onReply: (reply: EventBatchReply, askedAt: number | null) => void
}

/**
 * Sends what waits, oldest first, until nothing does. An event leaves the outbox only by its own receipt. When a
 * whole batch is refused it is halved until the one event that spoils it stands alone; that one is set aside, kept
 * and shown, and the others go on.
 */
export async function sendWaiting({
  learner,
  listWaiting,
  store,
  api,
  now,
  onReply,
}: Sending): Promise<SendOutcome> {
  let limit = MAX_BATCH
  for (;;) {
    const waiting = await listWaiting()
    const events = waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
    if (events.length === 0) return { kind: 'sent' }

    const askedAt = now()
    const outcome = await api.postEvents({ learner, sentAt: askedAt, events })
    if (outcome.kind === 'reply') {
      const told = new Set(outcome.reply.receipts.map((receipt) => receipt.id))
      await store.settle(outcome.reply)
      onReply(outcome.reply, askedAt)
      if (!events.some((event) => told.has(event.id))) return { kind: 'later', afterMs: null }
    } else if (outcome.kind === 'rejected') {
      if (events.length > 1) {
        limit = Math.ceil(events.length / 2)
        continue
      }
      const reply = setAside(events[0].id, outcome.status, now())
      await store.settle(reply)
      onReply(reply, null)
    } else return outcome
  }
}

function setAside(id: string, status: number, at: number): EventBatchReply {
  return { receivedAt: at, receipts: [{ id, status: 'refused', code: 'bad-event', message: `${status}` }] }
}
