import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import { listFileProblems } from '@/lib/store/list-file-problems'
import { openStoreAt, type Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from './check-memories'
import { rebuildMemory } from './rebuild-memory'
import { recordEvents } from './record-events'
import {
  BERLIN,
  enrol,
  NOON,
  seedDeck,
  seedLearner,
  testAnswer,
  type TestDeck,
  type TestLearner,
} from './testing/seed-study'

describe.each(databaseKinds)('the check on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let deck: TestDeck

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    deck = await seedDeck(store, 30)
    anna = await seedLearner(store)
    await enrol(store, anna, deck)
  })
  afterAll(() => house.remove())

  async function answer(cardIds: string[], at: number) {
    const events = cardIds.map((cardId) => testAnswer(anna, cardId, { answeredAt: at }))
    const batch = { learner: anna.id, sentAt: at, events }
    await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, at)
  }

  it('finds nothing where every memory is the fold of its log', async () => {
    await answer(deck.cardIds.slice(0, 10), NOON)
    expect(await checkMemories(store)).toEqual({ learners: 1, memories: 10, events: 10, differences: [] })
    expect(listFileProblems(house.place)).toEqual([])
  })

  it('names what differs, and rebuilding mends it', async () => {
    const [wrong, missing] = deck.cardIds
    const right = await store.memories.find(anna.id, wrong)
    await store.study.record(async (tx) => {
      const memory = await tx.takeMemory(anna.id, wrong)
      await tx.saveMemory(anna.id, wrong, { ...memory, reps: 7, stability: 99 })
    })
    await store.memories.delete(anna.id, missing)
    const { differences } = await checkMemories(store)
    expect(differences).toHaveLength(2)
    expect(differences.find(({ cardId }) => cardId === wrong)).toEqual({
      userId: anna.id,
      cardId: wrong,
      fields: [
        { name: 'stability', stored: 99, folded: right?.stability },
        { name: 'reps', stored: 7, folded: 1 },
      ],
    })
    for (const { userId, cardId } of differences) await rebuildMemory(store, userId, cardId)
    expect((await checkMemories(store)).differences).toEqual([])
    expect(await store.memories.find(anna.id, wrong)).toMatchObject({ reps: 1, stability: right?.stability })
  })

  it('is not misled by a server that goes on writing', async () => {
    const beside = await openStoreAt(house.place)
    let isChecking = true
    const writing = (async () => {
      for (let i = 1; isChecking; i++) await answer(deck.cardIds, NOON + i * 3_600_000)
    })()
    for (let i = 0; i < 3; i++) expect((await checkMemories(beside)).differences).toEqual([])
    isChecking = false
    await writing
    await beside.close()
    expect((await checkMemories(store)).differences).toEqual([])
  })
})
