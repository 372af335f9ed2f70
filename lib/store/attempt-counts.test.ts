import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds } from './database-place'
import { openTestStore, type TestStore } from './testing/open-test-store'

describe.each(databaseKinds)('attempts counted on %s', (kind) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(kind)
  })
  afterAll(() => test.remove())

  it('are as many as the limit that is asked, whoever was counted under its name before', async () => {
    const { attempts } = test.store
    const [wide, narrow] = [5, 2].map((points) => ({ name: 'one-name', points, seconds: 60 }))
    const taken = async (limit: typeof wide, key: string) => {
      const answers: boolean[] = []
      for (let n = 0; n < 6; n++) answers.push((await attempts.take(limit, key, Date.now())).isAllowed)
      return answers.filter(Boolean).length
    }
    expect(await taken(wide, 'a learner')).toBe(5)
    expect(await taken(narrow, 'an address')).toBe(2)
    expect(await taken(wide, 'another learner')).toBe(5)
  })
})
