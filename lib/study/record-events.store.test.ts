import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldLog } from '@/lib/core/memory/fold'
import { DEFAULT_SETTINGS } from '@/lib/core/schedule/default-settings'
import type { ClientEvent, EventReceipt } from '@/lib/core/study/event-batch'
import { databaseKinds } from '@/lib/store/database-place'
import { openStoreAt, type Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from './check-memories'
import { MOST_EVENTS, recordEvent } from './record-event'
import { recordEvents } from './record-events'
import {
  BERLIN,
  enrol,
  NOON,
  seedDeck,
  seedLearner,
  testAnswer,
  testId,
  type TestDeck,
  type TestLearner,
} from './testing/seed-study'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

describe.each(databaseKinds)('recording events on %s', (kind) => {
  let house: TestStore
  let store: Store
  let deck: TestDeck
  let learner: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    deck = await seedDeck(store, 40)
  })
  afterAll(() => house.remove())

  async function newLearner() {
    learner = await seedLearner(store)
    await enrol(store, learner, deck)
    return learner
  }

  type Sent = { now?: number; sentAt?: number; as?: TestLearner; of?: string }

  async function send(events: unknown[], sent: Sent = {}) {
    const { now = NOON, as = learner } = sent
    const { sentAt = now, of = as.id } = sent
    const batch = { learner: of, sentAt, events }
    const result = await recordEvents(store, as.actor, { batch, calendar: BERLIN }, now)
    if (!result.ok) throw new Error(result.code)
    return result.value.receipts
  }

  async function expectMemoryIsFold(userId: string, cardId: string) {
    const log = await store.studyEvents.listByCard(userId, cardId)
    const revisions = Object.fromEntries(
      (await store.schedulerRevisions.listByUser(userId)).map(({ id, settings }) => [id, settings]),
    )
    const row = await store.memories.find(userId, cardId)
    expect(row).toMatchObject(foldLog(log, { cardId, revisions }).memory)
    return { log, row }
  }

  const kept = (receipt: EventReceipt | undefined) => {
    if (receipt === undefined || receipt.status === 'refused') throw new Error(JSON.stringify(receipt))
    return receipt
  }

  it('applies the same event once, however often it is sent at once', async () => {
    await newLearner()
    const event = testAnswer(learner, deck.cardIds[0])
    const receipts = (await Promise.all(Array.from({ length: 50 }, () => send([event])))).flat().map(kept)
    expect(receipts.filter(({ status }) => status === 'stored')).toHaveLength(1)
    expect(receipts.filter(({ status }) => status === 'again')).toHaveLength(49)
    expect(new Set(receipts.map(({ memory }) => JSON.stringify(memory))).size).toBe(1)
    const { log, row } = await expectMemoryIsFold(learner.id, deck.cardIds[0])
    expect(log).toHaveLength(1)
    expect(row).toMatchObject({ reps: 1, version: 1 })
  })

  it('counts one of two devices that answer the same showing, and keeps and reports the other', async () => {
    await newLearner()
    const cardId = deck.cardIds[1]
    let after: string | null = null
    const times = process.env.UNROLL_FULL ? 100 : 25
    for (let i = 0; i < times; i++) {
      const at = NOON + i * DAY
      const pair = [at + 1, at].map((answeredAt) => testAnswer(learner, cardId, { after, answeredAt }))
      const answers = await Promise.all(pair.map((event) => send([event], { now: at + HOUR })))
      expect(
        answers
          .flat()
          .map(kept)
          .filter(({ status }) => status === 'stored'),
      ).toHaveLength(2)
      // Asked again, both hear the final word: the earlier one counts.
      const again = (await send(pair, { now: at + HOUR })).map(kept)
      expect(again.map(({ counted }) => counted)).toEqual([false, true])
      after = again[0].memory.showing
      expect(after).toBe(pair[1].id)
    }
    const { log, row } = await expectMemoryIsFold(learner.id, cardId)
    expect(log).toHaveLength(2 * times)
    expect(row?.reps).toBe(times)
  })

  it('loses nothing of 32 learners who answer side by side', async () => {
    const learners = await Promise.all(Array.from({ length: 32 }, () => seedLearner(store)))
    for (const one of learners) await enrol(store, one, deck)
    await Promise.all(
      learners.map(async (one) => {
        for (let i = 0; i < 4; i++) {
          const events = deck.cardIds.slice(i * 5, i * 5 + 5).map((cardId) => testAnswer(one, cardId))
          const receipts = await send(events, { as: one })
          expect(receipts.every(({ status }) => status === 'stored')).toBe(true)
        }
      }),
    )
    for (const one of learners) {
      expect(await store.studyEvents.listByUser(one.id)).toHaveLength(20)
      expect((await store.memories.listByUser(one.id)).every(({ reps }) => reps === 1)).toBe(true)
    }
  })

  it('folds to the same memory whatever the order of arrival', async () => {
    const script = fc.array(
      fc.record({
        what: fc.constantFrom(
          'ANSWER',
          'ANSWER',
          'ANSWER',
          'UNDO',
          'SUSPEND',
          'RESUME',
          'BURY',
          'RESET',
          'BRING_FORWARD',
        ),
        grade: fc.constantFrom(1, 2, 3, 4),
        waitMs: fc.integer({ min: 1, max: 3 * DAY }),
        isRace: fc.boolean(),
        shuffle: fc.integer(),
      }),
      { minLength: 1, maxLength: 12 },
    )
    await newLearner()
    await fc.assert(
      fc.asyncProperty(script, fc.integer({ min: 1, max: 4 }), async (steps, batchSize) => {
        const one = await seedLearner(store)
        await enrol(store, one, deck)
        const cardId = deck.cardIds[2]
        const events: ClientEvent[] = []
        let at = NOON - 60 * DAY
        let after: string | null = null
        for (const { what, grade, waitMs, isRace } of steps) {
          at += waitMs
          const target = events.at(-1)?.id
          if (what === 'UNDO' && (target === undefined || events.at(-1)?.kind === 'UNDO')) continue
          const event = {
            ...testAnswer(one, cardId, { answeredAt: at, after, kind: what as ClientEvent['kind'] }),
            ...(what === 'ANSWER' ? { grade } : { grade: undefined }),
            ...(what === 'UNDO' && { target }),
          } as ClientEvent
          events.push(event)
          const isShowing = ['ANSWER', 'RESET', 'BRING_FORWARD'].includes(what)
          if (isShowing && !isRace) after = event.id
        }
        const shuffled = events
          .map((event, i) => ({ event, key: steps[i].shuffle }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }) => event)
        for (let i = 0; i < shuffled.length; i += batchSize) {
          const receipts = await send(shuffled.slice(i, i + batchSize), { as: one })
          receipts.forEach(kept)
        }
        if (events.length === 0) return
        const { log, row } = await expectMemoryIsFold(one.id, cardId)
        expect(log).toHaveLength(events.length)
        expect(row?.version).toBe(events.length)
        // Sent again, each is answered as the fold has it.
        const revisions = { [one.revisionId]: DEFAULT_SETTINGS }
        const { verdicts, memory } = foldLog(log, { cardId, revisions })
        const again = (await send(shuffled, { as: one })).map(kept)
        const told = new Map(again.map(({ id, counted }) => [id, counted]))
        expect(told).toEqual(new Map(verdicts.map(({ event, counted }) => [event.id, counted])))
        expect(again.at(-1)).toMatchObject({ status: 'again', memory })
      }),
      { seed: 5, numRuns: process.env.UNROLL_FULL ? 150 : 25 },
    )
  })

  it('takes an undo before or after what it undoes, once', async () => {
    await newLearner()
    const cardId = deck.cardIds[3]
    const answer = testAnswer(learner, cardId)
    const undo = (): ClientEvent => ({
      ...testAnswer(learner, cardId, {
        kind: 'UNDO',
        target: answer.id,
        after: answer.id,
        answeredAt: NOON + 1,
      }),
      grade: undefined,
    })
    await send([undo()], { now: NOON + HOUR })
    expect(kept((await send([answer], { now: NOON + HOUR }))[0])).toMatchObject({
      counted: false,
      memory: { state: 'NEW', reps: 0 },
    })
    await send([undo()], { now: NOON + HOUR })
    const { row } = await expectMemoryIsFold(learner.id, cardId)
    expect(row).toMatchObject({ state: 'NEW', reps: 0, version: 3 })
  })

  it('lets a bad item block nothing', async () => {
    await newLearner()
    const good = testAnswer(learner, deck.cardIds[4])
    const other = testAnswer(learner, deck.cardIds[5])
    const receipts = await send([
      null,
      { id: 'x' },
      { ...good, grade: 9 },
      testAnswer(learner, 'no-such-card'),
      { ...testAnswer(learner, deck.cardIds[6]), kind: 'IMPORT' },
      good,
      { ...other, fromALaterBuild: true },
    ])
    expect(receipts.map((receipt) => (receipt.status === 'refused' ? receipt.code : receipt.status))).toEqual(
      ['bad-event', 'bad-event', 'bad-event', 'unknown-card', 'bad-event', 'stored', 'stored'],
    )
    expect(await send([{ ...other, id: good.id }])).toMatchObject([{ code: 'id-taken' }])
  })

  it('refuses to undo an undo or an event of another card', async () => {
    await newLearner()
    const answer = testAnswer(learner, deck.cardIds[7])
    const undo: ClientEvent = { ...answer, id: testId(), kind: 'UNDO', target: answer.id }
    await send([answer, undo])
    const wrong = [
      { ...undo, id: testId(), target: undo.id },
      { ...undo, id: testId(), cardId: deck.cardIds[8] },
    ]
    expect(await send(wrong)).toMatchObject([{ code: 'not-undoable' }, { code: 'not-undoable' }])
    expect(await store.studyEvents.listByUser(learner.id)).toHaveLength(2)
  })

  it('corrects a clock that is wrong, keeps what it said, and takes the study day from the corrected time', async () => {
    await newLearner()
    const hoursFast = 30
    const event = testAnswer(learner, deck.cardIds[9], { answeredAt: NOON + (hoursFast - 9) * HOUR })
    const [receipt] = await send([event], { sentAt: NOON + hoursFast * HOUR })
    // Noon in UTC is 13:00 in Berlin, so nine hours before is still the study day that began at four.
    const today = Math.floor(NOON / DAY)
    expect(kept(receipt).event).toMatchObject({ answeredAt: NOON - 9 * HOUR, studyDay: today })
    const future = testAnswer(learner, deck.cardIds[10], { answeredAt: NOON + 3 * DAY })
    expect(kept((await send([future]))[0]).event).toMatchObject({ answeredAt: NOON, studyDay: today })
  })

  it("takes a guest's late answers into the account that the guest became, and nobody else's", async () => {
    await newLearner()
    const guest = await seedLearner(store, true)
    const stranger = await seedLearner(store, true)
    await store.users.update(guest.id, { mergedIntoId: learner.id })
    const late = testAnswer(guest, deck.cardIds[11])
    const [receipt] = await send([late], { of: guest.id })
    expect(kept(receipt).event.schedulerRevisionId).toBe(learner.revisionId)
    await expectMemoryIsFold(learner.id, deck.cardIds[11])
    await expect(send([late], { of: stranger.id })).rejects.toThrow('wrong-learner')
    await expect(send([late], { of: testId() })).rejects.toThrow('wrong-learner')
  })

  it('writes to the account when the guest was united with it while the answer was on its way', async () => {
    await newLearner()
    const guest = await seedLearner(store, true)
    await enrol(store, guest, deck)
    await store.users.update(guest.id, { mergedIntoId: learner.id })
    await send([testAnswer(guest, deck.cardIds[14])], { as: guest })
    expect(await store.studyEvents.listByUser(guest.id)).toEqual([])
    expect(await store.studyEvents.listByUser(learner.id)).toHaveLength(1)
    await expectMemoryIsFold(learner.id, deck.cardIds[14])
  })

  it('takes late answers to cards that were retired and decks that were closed, from those who study them', async () => {
    await newLearner()
    const own = await seedDeck(store, 3, 'PRIVATE')
    await enrol(store, learner, own)
    const [first, second, third] = own.cardIds
    await send([testAnswer(learner, first)])
    await store.cards.update(first, { retiredAt: NOON })
    await store.cards.update(second, { retiredAt: NOON })
    expect((await send([testAnswer(learner, second)])).map(kept)).toHaveLength(1)
    await store.enrolments.delete(learner.id, own.id)
    expect((await send([testAnswer(learner, first, { answeredAt: NOON + 1 })])).map(kept)).toHaveLength(1)
    expect(await send([testAnswer(learner, third)])).toMatchObject([{ code: 'unknown-card' }])
    const outsider = await seedLearner(store)
    expect(await send([testAnswer(outsider, first)], { as: outsider })).toMatchObject([
      { code: 'unknown-card' },
    ])
  })

  it('grades each event under the revision that it names', async () => {
    await newLearner()
    const eager = { ...DEFAULT_SETTINGS, learningStepsMinutes: [], desiredRetention: 0.97 }
    const revisionId = testId()
    await store.schedulerRevisions.create({
      userId: learner.id,
      id: revisionId,
      settings: eager,
      createdAt: NOON,
    })
    const [slow, fast] = [deck.cardIds[12], deck.cardIds[13]]
    const receipts = await send([
      testAnswer(learner, slow),
      testAnswer(learner, fast, { schedulerRevisionId: revisionId }),
    ])
    expect(receipts.map(kept).map(({ memory }) => memory.state)).toEqual(['LEARNING', 'REVIEW'])
  })
})

it('keeps one log of one learner when four servers write the same PostgreSQL', async () => {
  const house = await openTestStore('postgres')
  const others = await Promise.all([1, 2, 3].map(() => openStoreAt(house.place)))
  const stores = [house.store, ...others]
  const deck = await seedDeck(house.store, 6)
  const anna = await seedLearner(house.store)
  await enrol(house.store, anna, deck)
  // Every server gets every event: the same outbox flushed from four tabs, and answers to the same showings.
  const events = deck.cardIds.flatMap((cardId) =>
    [0, 1, 2, 3].map((i) => testAnswer(anna, cardId, { answeredAt: NOON - i, id: testId(NOON - i) })),
  )
  const replies = await Promise.all(
    stores.flatMap((store) =>
      [events, events.toReversed()].map((sent) =>
        recordEvents(
          store,
          anna.actor,
          { batch: { learner: anna.id, sentAt: NOON, events: sent }, calendar: BERLIN },
          NOON,
        ),
      ),
    ),
  )
  const receipts = replies.flatMap((reply) => (reply.ok ? reply.value.receipts : []))
  expect(receipts).toHaveLength(8 * events.length)
  expect(receipts.filter(({ status }) => status === 'stored')).toHaveLength(events.length)
  expect(await house.store.studyEvents.listByUser(anna.id)).toHaveLength(events.length)
  expect((await checkMemories(house.store)).differences).toEqual([])
  expect((await house.store.memories.listByUser(anna.id)).map(({ reps }) => reps)).toEqual([1, 1, 1, 1, 1, 1])
  for (const other of others) await other.close()
  await house.remove()
})

it('folds nothing for what is sent again, so that a long log cannot be made to be folded again and again', async () => {
  const house = await openTestStore('sqlite')
  const { store } = house
  const deck = await seedDeck(store, 1)
  const anna = await seedLearner(store)
  await enrol(store, anna, deck)
  const sending = { sentAt: NOON, receivedAt: NOON, calendar: BERLIN }
  const event = testAnswer(anna, deck.cardIds[0])
  const first = await store.study.record((tx) => recordEvent(tx, anna.actor, event, sending))
  const again = await store.study.record((tx) => {
    const blind = { ...tx, listCardEvents: () => Promise.reject(new Error('the log was read')) }
    return recordEvent(blind, anna.actor, event, sending)
  })
  expect(again).toEqual({ ...first, status: 'again' })
  await house.remove()
})

it('ends a log that no person could have filled, and still knows what it holds', async () => {
  const house = await openTestStore('sqlite')
  const { store } = house
  const deck = await seedDeck(store, 1)
  const [cardId] = deck.cardIds
  const anna = await seedLearner(store)
  await enrol(store, anna, deck)
  const send = (events: ClientEvent[]) =>
    recordEvents(
      store,
      anna.actor,
      { batch: { learner: anna.id, sentAt: NOON, events }, calendar: BERLIN },
      NOON,
    )
  const first = testAnswer(anna, cardId)
  await send([first])
  await store.study.record(async (tx) => {
    const memory = await tx.takeMemory(anna.id, cardId)
    for (let i = 1; i < MOST_EVENTS; i++) await tx.saveMemory(anna.id, cardId, memory) // as that many events would
  })
  expect(await send([testAnswer(anna, cardId, { after: first.id }), first])).toMatchObject({
    value: { receipts: [{ code: 'log-full' }, { status: 'again' }] },
  })
  await house.remove()
})
