import type { ClientEvent, EventBatchReply, EventReceipt } from '@/lib/core/study/event-batch'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import type { StudyPack } from '@/lib/core/study/study-pack'

/**
 * What a browser knows of its learner. Three sets that only ever grow towards the server's log: the pack as served,
 * the events that the server has acknowledged since, and the events that still wait. A memory is the fold of their
 * union, so neither the order of arrival nor a pack that was on its way when an answer was stored can lose anything.
 */
export type Replica = {
  pack: StudyPack | null
  waiting: ClientEvent[]
  acknowledged: AcknowledgedEvent[]
  refused: RefusedEvent[]
}

export type AcknowledgedEvent = { id: string; event: StudyEvent; counted: boolean; receivedAt: number }
export type RefusedEvent = {
  id: string
  event: ClientEvent
  code: string
  message: string
  receivedAt: number
}

export const EMPTY_REPLICA: Replica = { pack: null, waiting: [], acknowledged: [], refused: [] }

/**
 * A pack may have been read while an answer was being stored: acknowledged events are kept beside it until a pack
 * was served this much later than they were received.
 */
const OVERLAP_MS = 60_000

export function withWaiting(replica: Replica, event: ClientEvent): Replica {
  if (replica.waiting.some((known) => known.id === event.id)) return replica
  return { ...replica, waiting: [...replica.waiting, event] }
}

/** Each receipt moves its own event from what waits to what is acknowledged, or refused; unknown ids change nothing. */
export function withReply(replica: Replica, reply: EventBatchReply): Replica {
  const settled = settle(replica.waiting, reply)
  const gone = new Set([...settled.acknowledged, ...settled.refused].map((item) => item.id))
  const known = new Set(replica.acknowledged.map((item) => item.id))
  return {
    ...replica,
    waiting: replica.waiting.filter((event) => !gone.has(event.id)),
    acknowledged: [...replica.acknowledged, ...settled.acknowledged.filter((item) => !known.has(item.id))],
    refused: [...replica.refused, ...settled.refused],
  }
}

/** What a reply says about those events that still wait here. */
export function settle(waiting: readonly ClientEvent[], reply: EventBatchReply) {
  const byId = new Map(waiting.map((event) => [event.id, event]))
  const acknowledged: AcknowledgedEvent[] = []
  const refused: RefusedEvent[] = []
  for (const receipt of reply.receipts) {
    const event = byId.get(receipt.id)
    if (!event) continue
    if (receipt.status === 'refused') refused.push({ ...pick(receipt), event, receivedAt: reply.receivedAt })
    else
      acknowledged.push({
        id: receipt.id,
        event: receipt.event,
        counted: receipt.counted,
        receivedAt: reply.receivedAt,
      })
  }
  return { acknowledged, refused }
}

const pick = ({ id, code, message }: Extract<EventReceipt, { status: 'refused' }>) => ({ id, code, message })

/** An older pack than the one held changes nothing. */
export function withPack(replica: Replica, pack: StudyPack): Replica {
  if (!isNewer(pack, replica.pack)) return replica
  return { ...replica, pack, acknowledged: stillBeside(replica.acknowledged, pack) }
}

export function isNewer(pack: StudyPack, held: StudyPack | null): boolean {
  return held === null || held.learner.id !== pack.learner.id || pack.servedAt >= held.servedAt
}

export function stillBeside(
  acknowledged: readonly AcknowledgedEvent[],
  pack: StudyPack,
): AcknowledgedEvent[] {
  return acknowledged.filter((item) => item.receivedAt > pack.servedAt - OVERLAP_MS)
}
