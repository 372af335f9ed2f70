import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addImage } from '@/lib/authoring/add-image'
import { collectImages } from '@/lib/authoring/collect-images'
import { importDeck } from '@/lib/authoring/import-deck'
import { TINY_GIF, TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner } from '@/lib/study/testing/seed-study'
import { collectDaily } from './collect-daily'

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

it('collects pictures that nothing shows while the server runs, once a day', async () => {
  const { store } = house
  const { actor } = await seedLearner(store)
  const bring = async (back: string) => {
    const text = `---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\n${back}\n`
    const brought = await importDeck(store, actor, { text, images: [], locale: 'en' }, Date.now())
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    return brought.value.slug
  }
  const add = async (slug: string, bytes: Uint8Array) => {
    const added = await addImage(store, actor, { slug, bytes }, Date.now())
    if (!added.ok) throw new Error(JSON.stringify(added))
    return added.value.sha256
  }
  const slug = await bring('r')
  const shown = await add(slug, TINY_PNG)
  const unused = await add(slug, TINY_GIF)
  await bring(`![a cell](media:${shown})`)
  const runs: Promise<{ links: number; images: number }>[] = []
  const pass = async (millis: number) => {
    const before = runs.length
    await vi.advanceTimersByTimeAsync(millis)
    return runs.length - before
  }
  collectDaily(store, (...place) => {
    const run = collectImages(...place)
    runs.push(run)
    return run
  })

  // A minute after the start: the picture is too young to be taken for unused.
  await pass(60_000)
  await vi.waitFor(() => expect(runs).toHaveLength(1))
  expect(await runs[0]).toEqual({ links: 0, images: 0 })
  expect(await pass(22 * HOUR)).toBe(0)

  await pass(4 * HOUR)
  await vi.waitFor(() => expect(runs).toHaveLength(2))
  expect(await runs[1]).toEqual({ links: 1, images: 1 })
  expect(await store.media.find(unused)).toBeNull()
  expect(await store.media.find(shown)).not.toBeNull()
})
