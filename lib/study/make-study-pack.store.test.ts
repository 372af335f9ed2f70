import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Learner } from '@/lib/core/access/learner'
import { foldLogs, listDayAnswers } from '@/lib/core/memory/fold-logs'
import { buildQueue } from '@/lib/core/queue/queue'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { StudyPack } from '@/lib/core/study/study-pack'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { listDeckCounts } from './list-deck-counts'
import { makeStudyPack } from './make-study-pack'
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

const DAY = 86_400_000

describe.each(databaseKinds)('the study pack on %s', (kind) => {
  let house: TestStore
  let store: Store
  let deck: TestDeck
  let anna: TestLearner
  let learner: Learner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    deck = await seedDeck(store, 90)
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    anna = await seedLearner(store)
    await enrol(store, anna, deck)
    learner = {
      id: anna.id,
      name: 'Anna',
      email: null,
      role: 'LEARNER',
      guest: false,
      locale: 'en',
      theme: 'system',
      swipes: true,
      ...BERLIN,
    }
  })

  async function pack(now = NOON, more = {}): Promise<StudyPack> {
    const result = await makeStudyPack(store, anna.actor, { learner, ...more }, now)
    if (!result.ok) throw new Error(result.code)
    return result.value
  }

  async function answer(cardIds: string[], at = NOON, grade: 1 | 2 | 3 | 4 = 4) {
    for (const cardId of cardIds) {
      const after = (await store.memories.find(anna.id, cardId))?.showing ?? null
      const events = [testAnswer(anna, cardId, { answeredAt: at, grade, after })]
      const batch = { learner: anna.id, sentAt: at, events }
      await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, at)
    }
  }

  /** What the learner's browser makes of a pack. */
  function queueOf(pack: StudyPack, now: number) {
    const folds = foldLogs(pack.logs, pack.revisions)
    const answers = listDayAnswers(folds.values(), studyDayAt(now, pack.learner))
    const memories = new Map([...folds].map(([id, { memory }]) => [id, memory]))
    return buildQueue({ ...pack, memories, answers, now, calendar: pack.learner })
  }

  async function counts(now: number) {
    const result = await listDeckCounts(store, anna.actor, { calendar: BERLIN }, now)
    if (!result.ok) throw new Error(result.code)
    return result.value
  }

  it('brings the new cards of three days in deck order, with their content', async () => {
    const fresh = await pack()
    expect(fresh.cards.map(({ id }) => id)).toEqual(deck.cardIds.slice(0, 60))
    expect(fresh.cards[0]).toMatchObject({
      deckId: deck.id,
      position: 0,
      noteRevision: 1,
      sides: { en: { front: '<p>What is $h_0$?</p>' } },
      media: [],
    })
    expect(queueOf(fresh, NOON).items.map(({ cardId }) => cardId)).toEqual(deck.cardIds.slice(0, 20))
    expect(fresh).toMatchObject({ streakDays: 0, studyDay: Math.floor(NOON / DAY), logs: {} })
  })

  it('is enough for the queues of today and the next two days to be those that the whole house gives', async () => {
    await answer(deck.cardIds.slice(0, 12), NOON - 12 * DAY)
    await answer(deck.cardIds.slice(12, 20), NOON - 8 * DAY)
    await answer(deck.cardIds.slice(20, 25), NOON, 1)
    await answer(deck.cardIds.slice(0, 2), NOON + 1, 3)
    const served = await pack(NOON + 2)
    const everything = await pack(NOON + 2, { wholeDeckId: deck.id })
    expect(everything.cards).toHaveLength(90)
    for (const later of [2, DAY, 2 * DAY]) {
      const [mine, whole] = [served, everything].map((one) => queueOf(one, NOON + later))
      expect(mine.items).toEqual(whole.items)
      expect(mine.counts).toEqual(whole.counts)
    }
    expect(queueOf(served, NOON + 2 * DAY).counts.review).toBeGreaterThan(0)
  })

  it('counts for the deck page what the review will ask', async () => {
    await answer(deck.cardIds.slice(0, 6), NOON - 20 * DAY)
    await answer(deck.cardIds.slice(6, 9), NOON, 1)
    const now = NOON + 60_000
    const [{ deckId, ...deckCounts }] = await counts(now)
    expect(deckId).toBe(deck.id)
    expect(deckCounts).toEqual(queueOf(await pack(now), now).countsByDeck[deck.id])
    expect(deckCounts).toMatchObject({ new: 17, learning: 3, review: 6 })
  })

  it('brings more when asked: new cards beyond the limits, reviews of days to come', async () => {
    await answer(deck.cardIds.slice(0, 3), NOON)
    const [usual, more, ahead] = [
      await pack(),
      await pack(NOON, { moreNew: 10 }),
      await pack(NOON + 2 * DAY, { aheadDays: 60 }),
    ]
    expect(more.cards).toHaveLength(usual.cards.length + 10)
    expect((await pack(NOON + 2 * DAY)).cards).toHaveLength(60)
    expect(ahead.cards).toHaveLength(63)
    expect(Object.keys(ahead.logs)).toHaveLength(3)
  })

  it('leaves out what is suspended or retired, and keeps what was touched since yesterday for undo', async () => {
    const [suspended, retired] = deck.cardIds.slice(0, 2)
    const event = { ...testAnswer(anna, suspended), kind: 'SUSPEND', grade: undefined }
    const batch = { learner: anna.id, sentAt: NOON, events: [event] }
    await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, NOON)
    await store.cards.update(retired, { retiredAt: NOON })
    const ids = (served: StudyPack) => served.cards.map(({ id }) => id)
    expect(ids(await pack())).toContain(suspended)
    expect(ids(await pack())).not.toContain(retired)
    expect(ids(await pack(NOON + DAY))).toContain(suspended)
    expect(ids(await pack(NOON + 2 * DAY))).not.toContain(suspended)
    await store.cards.update(retired, { retiredAt: null })
  })

  it('brings after the day has turned what was answered before, so that it can still be taken back', async () => {
    const beforeFour = Date.UTC(2026, 10, 24, 2, 50)
    const [card] = deck.cardIds
    await answer([card], beforeFour)
    const later = await pack(beforeFour + 20 * 60_000)
    expect(later.studyDay).toBe(studyDayAt(beforeFour, BERLIN) + 1)
    expect(queueOf(later, later.servedAt).items.map(({ cardId }) => cardId)).not.toContain(card)
    expect(later.logs[card]).toHaveLength(1)
  })

  it('brings what was set aside when asked, however long ago: suspended, buried, flagged and leeches', async () => {
    const [suspended, flagged, buried, leech, plain] = deck.cardIds
    const [, other] = [await pack(), await seedLearner(store)]
    const long = NOON - 40 * DAY
    await answer([suspended, flagged, buried, leech, plain], long)
    const does = (who: TestLearner, cardId: string, change: object, at: number) => {
      const event = { ...testAnswer(who, cardId, { answeredAt: at }), grade: undefined, ...change }
      return recordEvents(
        store,
        who.actor,
        { batch: { learner: who.id, sentAt: at, events: [event] }, calendar: BERLIN },
        at,
      )
    }
    await does(anna, suspended, { kind: 'SUSPEND' }, long + 1)
    await does(anna, flagged, { kind: 'FLAG', flag: 2 }, long + 1)
    await does(anna, buried, { kind: 'BURY' }, NOON)
    await does(other, plain, { kind: 'SUSPEND' }, long + 1)
    const memory = await store.memories.find(anna.id, leech)
    if (memory) await store.memories.save(anna.id, leech, { ...memory, lapses: 8, dueDay: 999_999 })

    const touched = (served: StudyPack) => Object.keys(served.logs).sort()
    const soon = long + 2 * DAY // their next reviews lie beyond the usual days
    expect(touched(await pack(soon))).not.toContain(suspended)
    expect(touched(await pack(soon, { setAside: true }))).toEqual([suspended, flagged, buried, leech].sort())
  })

  it('tells of which decks the learner is an author, and of nobody else’s', async () => {
    const { id } = anna
    const other = await seedLearner(store)
    const own = await seedDeck(store, 1, 'PRIVATE', id)
    const written = await seedDeck(store, 1, 'PRIVATE', other.id)
    const seen = await seedDeck(store, 1, 'PUBLIC', other.id)
    await store.deckMembers.put({ deckId: written.id, userId: id, role: 'EDITOR' })
    await store.deckMembers.put({ deckId: seen.id, userId: id, role: 'VIEWER' })
    for (const one of [own, written, seen]) await enrol(store, anna, one)
    const { decks } = await pack()
    const can = (of: TestDeck) => decks.find((one) => one.id === of.id)?.canEdit
    expect([own, written, seen, deck].map(can)).toEqual([true, true, false, false])
  })

  it('tells the streak', async () => {
    for (const daysAgo of [4, 2, 1]) await answer([deck.cardIds[daysAgo]], NOON - daysAgo * DAY)
    expect((await pack()).streakDays).toBe(2)
    await answer([deck.cardIds[10]], NOON)
    expect((await pack()).streakDays).toBe(3)
  })
})
