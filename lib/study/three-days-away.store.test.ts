import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Learner } from '@/lib/core/access/learner'
import { uuidV7 } from '@/lib/core/ids'
import type { QueueCard } from '@/lib/core/queue/queue-input'
import { randomFrom, SimulatedLearner } from '@/lib/core/queue/testing/simulated-learner'
import { studyDayAt, studyDayStartsAt } from '@/lib/core/schedule/study-day'
import { databaseKinds } from '@/lib/store/database-place'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { makeStudyPack } from './make-study-pack'
import { recordEvents } from './record-events'
import { BERLIN, enrol, NOON, seedDeck, seedLearner } from './testing/seed-study'

const NOTES = 60
const SIDES = [0, 1, 2]
const LIMITS = { newPerDay: 3, reviewsPerDay: 40 }
const FIRST_DAY = studyDayAt(NOON, BERLIN)
const DAYS_BEFORE = 16

/** Ids decide ties and the spread of intervals, so they are the same on every run. */
const fixedId = (n: number, at = NOON): string =>
  uuidV7(
    at + n,
    Uint8Array.from({ length: 16 }, (_, i) => (n * 31 + i * 97) % 251),
  )

/** A deck whose notes have three cards each, so that siblings hide one another every day. */
async function seedThreeSided(store: TestStore['store']) {
  const deck = await seedDeck(store, 0)
  const cards: QueueCard[] = []
  for (let position = 0; position < NOTES; position++) {
    const noteId = fixedId(position)
    await store.notes.create({
      id: noteId,
      deckId: deck.id,
      key: `n${position}`,
      kind: 'CLOZE',
      tags: [],
      position,
      draft: null,
      published: {
        kind: 'CLOZE',
        tags: [],
        fields: {},
        cards: SIDES.map((ord) => ({ ord, sides: { en: { front: '<p>…</p>', back: '<p>A state.</p>' } } })),
      },
      revision: 1,
    })
    for (const ord of SIDES) {
      const id = fixedId(1_000 + position * SIDES.length + ord)
      await store.cards.create({ id, noteId, ord, retiredAt: null, askAgainAt: null })
      cards.push({ id, noteId, deckId: deck.id, position, ord, askAgainAt: null })
    }
  }
  return { deck, cards }
}

describe.each(databaseKinds)('three days without a network, from a pack of %s', (kind) => {
  let house: TestStore
  beforeAll(async () => {
    house = await openTestStore(kind)
  })
  afterAll(() => house.remove())

  it('ask the same cards in the same order as the whole house would', async () => {
    const { store } = house
    const { deck, cards } = await seedThreeSided(store)
    for (const seed of [7, 10]) {
      const anna = await seedLearner(store)
      await store.presets.update(anna.id, anna.presetId, LIMITS)
      await enrol(store, anna, deck)
      const whole = new SimulatedLearner({
        cards,
        limits: LIMITS,
        calendar: BERLIN,
        revisionId: anna.revisionId,
        eventId: (n, at) => fixedId(seed * 10_000 + n, at),
      })
      const random = randomFrom(seed)
      const today = FIRST_DAY + DAYS_BEFORE
      for (let day = FIRST_DAY; day < today; day++) whole.study(day, random)

      const morning = studyDayStartsAt(today, BERLIN) + 60_000
      const events = [...whole.logs.values()].flat().map(({ studyDay: _, ...event }) => event)
      for (let i = 0; i < events.length; i += 200) {
        const batch = { learner: anna.id, sentAt: morning, events: events.slice(i, i + 200) }
        await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, morning)
      }
      const learner: Learner = {
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
      const pack = await makeStudyPack(store, anna.actor, { learner }, morning)
      if (!pack.ok) throw new Error(pack.code)
      expect(pack.value.cards.length).toBeLessThan(cards.length)

      const device = whole.onDevice(pack.value.cards, pack.value.logs)
      for (let day = today; day < today + 3; day++) {
        const asked = device.study(day, randomFrom(seed * 100 + day))
        expect(asked).toEqual(whole.study(day, randomFrom(seed * 100 + day)))
        expect(asked.length).toBeGreaterThan(5)
      }
    }
  })
})
