import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/access/actor'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from '../change-deck'
import { enrol } from '../enrol'
import { importDeck } from '../import-deck'
import { withdrawDeck } from '../withdraw-deck'
import { listGallery, MIN_LEARNERS, type GalleryQuery } from './list-gallery'

const NOW = Date.UTC(2026, 10, 27)
const NOBODY: Actor = { kind: 'nobody' }
const ALL: GalleryQuery = { search: '', order: 'newest', page: 1 }

describe.each(databaseKinds)('the gallery on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    anna = await seedLearner(store)
  })
  afterAll(() => house.remove())

  async function bring(key: string, title: string, locale: 'en' | 'zh', cards: number, now = NOW) {
    const notes = Array.from({ length: cards }, (_, i) => `## n${i}\n### ${locale}\nq\n---\nr\n`).join('')
    const text = `---\ndeck: ${key}\ntitle: { ${locale}: "${title}" }\n---\n${notes}`
    const made = await importDeck(store, anna.actor, { text, images: [], locale: 'en' }, now)
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.value.slug
  }
  const publish = (slug: string, visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC') =>
    changeDeck(store, anna.actor, { slug, visibility }, NOW)
  const titles = async (query: Partial<GalleryQuery> = {}, actor = NOBODY) => {
    const found = await listGallery(store, actor, { ...ALL, ...query })
    if (!found.ok) throw new Error(found.code)
    return found.value.decks.map(({ title }) => title.en ?? title.zh)
  }

  it('shows what is public, found by words, language and size, and counts learners from a handful on', async () => {
    const gates = await bring('gates', 'Gates of the LSTM', 'en', 3)
    const zh = await bring('zh', '遗忘门', 'zh', 1, NOW + 1)
    const hidden = await bring('hidden', 'Hidden', 'en', 1, NOW + 2)
    for (const slug of [gates, zh]) await publish(slug)
    expect(await titles()).toEqual(['遗忘门', 'Gates of the LSTM'])
    expect(await titles({ search: 'lstm  GATES' })).toEqual(['Gates of the LSTM'])
    expect(await titles({ search: 'en' })).toEqual([])
    expect(await titles({ search: '%' })).toEqual([])
    expect(await titles({ language: 'zh' })).toEqual(['遗忘门'])
    expect(await titles({ minCards: 2 })).toEqual(['Gates of the LSTM'])
    expect(await titles({ order: 'cards' })).toEqual(['Gates of the LSTM', '遗忘门'])

    for (let n = 1; n <= MIN_LEARNERS; n++) {
      const before = await listGallery(store, NOBODY, ALL)
      expect(before.ok && before.value.decks[1].learners).toBeNull()
      await enrol(store, (await seedLearner(store)).actor, { slug: gates }, NOW)
    }
    const after = await listGallery(store, NOBODY, { ...ALL, order: 'learners' })
    expect(after.ok && after.value.decks[0]).toMatchObject({ slug: gates, learners: MIN_LEARNERS })

    await publish(zh, 'PRIVATE')
    await withdrawDeck(store, anna.actor, { slug: gates }, NOW)
    expect(await titles()).toEqual([])
    expect(hidden).not.toBe('')
  })

  it('is paged, and a page beyond the last is the last', async () => {
    for (let n = 0; n < 23; n++) await publish(await bring(`deck-${n}`, `Deck ${n}`, 'en', 1, NOW + n))
    const last = await listGallery(store, anna.actor, { ...ALL, page: 9 })
    expect(last.ok && last.value).toMatchObject({ count: 23, pages: 2, page: 2 })
    expect(last.ok && last.value.decks.map(({ title }) => title.en)).toEqual(['Deck 2', 'Deck 1', 'Deck 0'])
  })
})
