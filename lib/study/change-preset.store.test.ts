import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { addPreset } from './add-preset'
import { changePreset } from './change-preset'
import { choosePreset } from './choose-preset'
import { listPresets } from './list-presets'
import { recordEvents } from './record-events'
import {
  BERLIN,
  enrol,
  NOON,
  seedDeck,
  seedLearner,
  testAnswer,
  type TestLearner,
} from './testing/seed-study'

describe.each(databaseKinds)('presets on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    anna = await seedLearner(store)
  })

  const change = (change: Parameters<typeof changePreset>[2]['change'], by = anna) =>
    changePreset(store, by.actor, { presetId: anna.presetId, change }, NOON)

  it('changes limits without a new revision', async () => {
    expect(await change({ newPerDay: 5, reviewOrder: 'dueDay' })).toMatchObject({
      ok: true,
      value: { newPerDay: 5, reviewOrder: 'dueDay', revisionId: anna.revisionId, name: 'Default' },
    })
    expect(await change({ scheduling: { desiredRetention: 0.9 } })).toMatchObject({
      value: { revisionId: anna.revisionId },
    })
  })

  it('makes a new revision of what decides intervals, and moves no memory by it', async () => {
    const deck = await seedDeck(store, 2)
    await enrol(store, anna, deck)
    const [before, later] = deck.cardIds
    const send = (cardId: string, schedulerRevisionId: string) =>
      recordEvents(
        store,
        anna.actor,
        {
          batch: {
            learner: anna.id,
            sentAt: NOON,
            events: [testAnswer(anna, cardId, { schedulerRevisionId, grade: 4 })],
          },
          calendar: BERLIN,
        },
        NOON,
      )
    await send(before, anna.revisionId)
    const memory = await store.memories.find(anna.id, before)
    const changed = await change({ scheduling: { desiredRetention: 0.8, learningStepsMinutes: [0.5, 15] } })
    if (!changed.ok) throw new Error(changed.code)
    const { revisionId } = changed.value
    expect(revisionId).not.toBe(anna.revisionId)
    expect(changed.value.scheduling).toMatchObject({ desiredRetention: 0.8, maximumIntervalDays: 36_500 })
    await send(later, revisionId)
    expect(await store.memories.find(anna.id, before)).toEqual(memory)
    const next = await store.memories.find(anna.id, later)
    expect(next?.dueDay ?? 0).toBeGreaterThan((memory?.dueDay ?? 0) + 1)
  })

  it('lets no two changes of what decides intervals pass unseen by each other', async () => {
    const outcomes = await Promise.all([
      change({ scheduling: { desiredRetention: 0.8 } }),
      change({ scheduling: { maximumIntervalDays: 100 } }),
    ])
    const list = await listPresets(store, anna.actor)
    if (!list.ok) throw new Error(list.code)
    const { desiredRetention, maximumIntervalDays } = list.value[0].scheduling
    const kept = [desiredRetention === 0.8, maximumIntervalDays === 100]
    expect(kept).toEqual(outcomes.map(({ ok }) => ok))
  })

  it("gives a deck a preset of its own, and never another learner's", async () => {
    const deck = await seedDeck(store, 1)
    await enrol(store, anna, deck)
    const bert = await seedLearner(store)
    const added = await addPreset(store, anna.actor, { name: 'Gently', like: anna.presetId }, NOON)
    if (!added.ok) throw new Error(added.code)
    const presetId = added.value.id
    expect(await choosePreset(store, anna.actor, { deckId: deck.id, presetId })).toEqual({
      ok: true,
      value: undefined,
    })
    expect((await store.enrolments.find(anna.id, deck.id))?.presetId).toBe(presetId)
    expect(await choosePreset(store, anna.actor, { deckId: deck.id, presetId: bert.presetId })).toMatchObject(
      {
        code: 'not-found',
      },
    )
    expect(await choosePreset(store, bert.actor, { deckId: deck.id, presetId: bert.presetId })).toMatchObject(
      {
        code: 'not-found',
      },
    )
    expect(await change({ name: 'Mine' }, bert)).toMatchObject({ code: 'not-found' })
  })
})
