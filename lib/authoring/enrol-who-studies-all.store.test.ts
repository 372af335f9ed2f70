import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAsGuest } from '@/lib/account/begin-as-guest'
import { databaseKinds } from '@/lib/store/database-place'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedDeck } from '@/lib/study/testing/seed-study'
import { enrolWhoStudiesAll } from './enrol-who-studies-all'

describe.each(databaseKinds)('a new deck of the house on %s', (kind) => {
  let house: TestStore
  beforeAll(async () => {
    house = await openTestStore(kind)
  })
  afterAll(() => house.remove())

  const begin = async () =>
    (await beginAsGuest(house.store, { locale: 'en', timeZone: 'UTC', userAgent: '' }, Date.now())).userId

  it('comes to who studies all the others, and to nobody who left one', async () => {
    const [first, second] = [await seedDeck(house.store, 1), await seedDeck(house.store, 1)]
    const [keen, choosy] = [await begin(), await begin()]
    await house.store.enrolments.delete(choosy, second.id)
    const third = await seedDeck(house.store, 1)
    expect(await enrolWhoStudiesAll(house.store, third.id, Date.now())).toBe(1)
    expect(await enrolWhoStudiesAll(house.store, third.id, Date.now())).toBe(0)
    const studied = async (userId: string) =>
      (await house.store.enrolments.listByUser(userId)).map(({ deckId }) => deckId).sort()
    expect(await studied(keen)).toEqual([first.id, second.id, third.id].sort())
    expect(await studied(choosy)).toEqual([first.id])
    expect(await studied(await begin())).toHaveLength(3)
  })
})
