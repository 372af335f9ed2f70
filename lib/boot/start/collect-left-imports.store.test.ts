import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recoverImports } from '@/lib/authoring/exchange/recover-imports'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner } from '@/lib/study/testing/seed-study'
import { collectLeftImports } from './collect-left-imports'

const HOUR = 3_600_000
const BEGAN = Date.UTC(2026, 10, 27, 9)

let house: TestStore

beforeEach(async () => {
  house = await openTestStore('sqlite')
  vi.useFakeTimers({ now: BEGAN, toFake: ['setTimeout', 'setInterval', 'Date'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await house.remove()
})

it('puts imports right that the server before was killed over: at once, after minutes, then every hour', async () => {
  const { store } = house
  const { id: userId } = await seedLearner(store)
  const begin = (id: string, createdAt: number) =>
    store.importJobs.create({ userId, id, fileName: 'deck.md', sha256: id, createdAt })
  const statuses = async () =>
    Object.fromEntries((await store.importJobs.list(userId)).map(({ id, status }) => [id, status]))
  await begin('long-ago', BEGAN - HOUR)
  await begin('just-now', BEGAN - 1_000)
  const runs: Promise<number>[] = []
  collectLeftImports(store, (...place) => {
    const run = recoverImports(...place)
    runs.push(run)
    return run
  })
  expect(await runs[0]).toBe(1)
  expect(await statuses()).toEqual({ 'long-ago': 'FAILED', 'just-now': 'READING' })

  await vi.advanceTimersByTimeAsync(3 * 60_000)
  expect(await runs[1]).toBe(1)
  expect(await statuses()).toEqual({ 'long-ago': 'FAILED', 'just-now': 'FAILED' })

  await begin('later', Date.now())
  await vi.advanceTimersByTimeAsync(HOUR)
  expect(await runs[2]).toBe(1)
  expect(await statuses()).toMatchObject({ later: 'FAILED' })
})
