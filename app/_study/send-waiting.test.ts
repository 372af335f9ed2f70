import { describe, expect, it } from 'vitest'
import type { ClientEvent, EventBatch } from '@/lib/core/study/event-batch'
import { memoryStore } from './local-store'
import { sendWaiting } from './send-waiting'
import { refusalOf, type PostOutcome, type StudyApi } from './study-api'
import { packForTests } from './testing/pack-for-tests'
import { serverForTests } from './testing/server-for-tests'

const NOON = Date.UTC(2026, 10, 23, 12)

const event = (n: number): ClientEvent => ({
  id: `0000-${String(n).padStart(4, '0')}`,
  cardId: `card-${String(n % 12).padStart(2, '0')}`,
  kind: 'ANSWER',
  after: null,
  answeredAt: NOON,
  schedulerRevisionId: 'revision-1',
  grade: 3,
})

async function outbox(count: number, post: (batch: EventBatch) => PostOutcome) {
  const store = memoryStore()
  for (let n = 0; n < count; n++) await store.addWaiting(event(n))
  const batches: EventBatch[] = []
  const api: StudyApi = {
    async postEvents(batch) {
      batches.push(batch)
      return post(batch)
    },
    fetchPack: async () => ({ kind: 'offline' }),
  }
  const outcome = await sendWaiting({
    learner: 'learner-1',
    listWaiting: async () => (await store.read()).waiting,
    store,
    api,
    now: () => NOON,
    onReply: () => {},
  })
  return { outcome, batches, replica: await store.read() }
}

const server = () => serverForTests(packForTests(12, NOON))

describe('what waits is sent', () => {
  it('in batches of at most 200, oldest first, until nothing waits', async () => {
    const house = server()
    const { outcome, batches, replica } = await outbox(450, (batch) => ({
      kind: 'reply',
      reply: house.receive(batch, NOON),
    }))
    expect(outcome).toEqual({ kind: 'sent' })
    expect(batches.map(({ events }) => events.length)).toEqual([200, 200, 50])
    expect(batches[0].events[0].id).toBe(event(0).id)
    expect(batches.every(({ learner }) => learner === 'learner-1')).toBe(true)
    expect(replica.waiting).toEqual([])
    expect(house.stored.size).toBe(450)
  })

  it('and one event that spoils its batch is set aside, kept, and stops nothing', async () => {
    const house = server()
    const { outcome, replica } = await outbox(21, (batch) =>
      batch.events.some(({ id }) => id === event(13).id)
        ? { kind: 'rejected', status: 400 }
        : { kind: 'reply', reply: house.receive(batch, NOON) },
    )
    expect(outcome).toEqual({ kind: 'sent' })
    expect(replica.refused.map(({ id }) => id)).toEqual([event(13).id])
    expect(house.stored.size).toBe(20)
  })

  it('and what the server refuses for itself is kept with its reason', async () => {
    const { replica } = await outbox(2, (batch) => ({
      kind: 'reply',
      reply: {
        receivedAt: NOON,
        receipts: batch.events.map(({ id }) => ({
          id,
          status: 'refused',
          code: 'unknown-card',
          message: '',
        })),
      },
    }))
    expect(replica.waiting).toEqual([])
    expect(replica.refused.map(({ code }) => code)).toEqual(['unknown-card', 'unknown-card'])
  })

  it('and nothing leaves the outbox without its own receipt', async () => {
    const { outcome, batches, replica } = await outbox(3, () => ({
      kind: 'reply',
      reply: { receivedAt: NOON, receipts: [] },
    }))
    expect(outcome).toEqual({ kind: 'later', afterMs: null })
    expect(batches).toHaveLength(1)
    expect(replica.waiting).toHaveLength(3)
  })

  it.each([
    [401, null, { kind: 'signed-out' }],
    [403, null, { kind: 'wrong-learner' }],
    [429, '7', { kind: 'later', afterMs: 7000 }],
    [503, null, { kind: 'later', afterMs: null }],
  ] as const)('and an answer of %i stops it with nothing lost', async (status, retryAfter, expected) => {
    const { outcome, replica } = await outbox(3, () => refusalOf(status, retryAfter))
    expect(outcome).toEqual(expected)
    expect(replica.waiting).toHaveLength(3)
  })
})
