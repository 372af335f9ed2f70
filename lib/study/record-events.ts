import type { z } from 'zod'
import { can } from '@/lib/core/access/can'
import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { EventBatchReply, EventReceipt } from '@/lib/core/study/event-batch'
import type { Store } from '@/lib/store/store'
import { isOwnOutbox } from './is-own-outbox'
import { clientEventSchema, type eventBatchSchema } from './event-schema'
import { recordEvent, type Sending } from './record-event'
import { REFUSAL_MESSAGES } from './refusal-messages'

type Input = { batch: z.output<typeof eventBatchSchema>; calendar: StudyCalendar }

/** A batch of the outbox: every item is answered for itself. Receipts are in the order sent. */
export async function recordEvents(
  store: Store,
  actor: SignedIn,
  { batch, calendar }: Input,
  now: number,
): Promise<Result<EventBatchReply>> {
  if (!can(actor, 'study.write', { userId: actor.userId })) return fail('forbidden')
  if (!(await isOwnOutbox(store, actor, batch.learner))) return fail('wrong-learner')
  const sending = { sentAt: batch.sentAt, receivedAt: now, calendar }
  const receipts = await inTurnByCard(batch.events, (item) => recordItem(store, actor, item, sending))
  return ok({ receivedAt: now, receipts })
}

async function recordItem(
  store: Store,
  actor: SignedIn,
  item: unknown,
  sending: Sending,
): Promise<EventReceipt> {
  const parsed = clientEventSchema.safeParse(item)
  if (!parsed.success) return refused(textOf(item, 'id'), 'bad-event', parsed.error.issues[0]?.message)
  const { id } = parsed.data
  const outcome = await store.study.record((tx) => recordEvent(tx, actor, parsed.data, sending))
  return outcome.status === 'refused' ? refused(id, outcome.code) : { id, ...outcome }
}

/** Events of one card one after the other as they were sent, so that each finds what it follows; others side by side. */
function inTurnByCard(
  items: readonly unknown[],
  record: (item: unknown) => Promise<EventReceipt>,
): Promise<EventReceipt[]> {
  const last = new Map<string, Promise<unknown>>()
  return Promise.all(
    items.map((item) => {
      const cardId = textOf(item, 'cardId')
      const before = last.get(cardId)
      const receipt = before === undefined ? record(item) : before.then(() => record(item))
      last.set(cardId, receipt)
      return receipt
    }),
  )
}

function refused(id: string, code: keyof typeof REFUSAL_MESSAGES, more?: string): EventReceipt {
  const message = more === undefined ? REFUSAL_MESSAGES[code] : `${REFUSAL_MESSAGES[code]} (${more})`
  return { id, status: 'refused', code, message }
}

function textOf(item: unknown, key: 'id' | 'cardId'): string {
  const value = typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined
  return typeof value === 'string' ? value : ''
}
