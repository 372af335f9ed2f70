import { afterAll, beforeAll, beforeEach, expect, it, describe } from 'vitest'
import { joinBytes } from '@/lib/exchange/image/join-bytes'
import { TINY_GIF, TINY_JPEG, TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import type { DeckMediaTable } from '@/lib/store/deck-media'
import type { Store } from '@/lib/store/store'
import { databaseKinds } from '@/lib/store/database-place'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { addImage } from './add-image'
import { changeDeck } from './change-deck'
import { collectImages } from './collect-images'
import { copyDeck } from './copy-deck'
import { getMedia } from './get-media'
import { MAX_DECK_IMAGES, MAX_OWNED_IMAGE_BYTES } from './image-quota'
import { importDeck } from './import-deck'

const NOW = Date.UTC(2026, 10, 27, 9)
const DAY = 24 * 60 * 60_000

describe.each(databaseKinds)('pictures on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store)]
  })

  const bring = async (back: string) => {
    const text = `---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\n${back}\n`
    const brought = await importDeck(store, anna.actor, { text, images: [], locale: 'en' }, NOW)
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    return brought.value.slug
  }
  const add = async (slug: string, bytes: Uint8Array, now = NOW, who = anna) => {
    const added = await addImage(store, who.actor, { slug, bytes }, now)
    if (!added.ok) throw new Error(JSON.stringify(added))
    return added.value
  }
  const isThere = async (sha256: string) => (await getMedia(store, anna.actor, { sha256 })).ok

  it('are kept without what a camera wrote, and read only by who may read the deck', async () => {
    const slug = await bring('r')
    const secret = joinBytes([TINY_PNG, new TextEncoder().encode('GPS 52.5 N')])
    const { sha256, width, height } = await add(slug, secret)
    expect({ width, height }).toEqual({ width: 6, height: 4 })
    const kept = await getMedia(store, anna.actor, { sha256 })
    expect(kept.ok && new Uint8Array(kept.value.bytes)).toEqual(TINY_PNG)
    expect(await getMedia(store, ben.actor, { sha256 })).toMatchObject({ code: 'not-found' })
    expect(await addImage(store, ben.actor, { slug, bytes: TINY_PNG }, NOW)).toMatchObject({
      code: 'not-found',
    })
  })

  it('are refused with the reason when they are none', async () => {
    const slug = await bring('r')
    const svg = new TextEncoder().encode('<svg onload="alert(1)"/>')
    expect(await addImage(store, anna.actor, { slug, bytes: svg }, NOW)).toMatchObject({
      code: 'invalid',
      detail: { reason: 'image-type' },
    })
    expect(await addImage(store, anna.actor, { slug, bytes: TINY_JPEG.slice(0, 500) }, NOW)).toMatchObject({
      detail: { reason: 'image-broken' },
    })
  })

  it('that nothing shows are collected after a day; what any revision shows stays', async () => {
    const slug = await bring('r')
    const shown = await add(slug, TINY_PNG)
    const unused = await add(slug, TINY_GIF)
    await bring(`![a cell](media:${shown.sha256})`)
    await bring('shown no more')
    await collectImages(store, NOW + DAY / 2)
    expect(await isThere(unused.sha256)).toBe(true)

    // Brought in again an hour ago: somebody is about to show it.
    await add(slug, TINY_GIF, NOW + DAY)
    await collectImages(store, NOW + DAY + 3_600_000)
    expect(await isThere(unused.sha256)).toBe(true)

    expect(await collectImages(store, NOW + 2 * DAY + 1)).toMatchObject({ images: 1 })
    expect(await isThere(unused.sha256)).toBe(false)
    expect(await isThere(shown.sha256)).toBe(true)
  })

  it('are measured by deck and by owner', async () => {
    const slug = await bring('r')
    await add(slug, TINY_PNG)
    await add(slug, TINY_GIF)
    const deck = await store.decks.findBySlug(slug)
    expect(await store.deckMedia.measureDeck(deck?.id ?? '')).toEqual({
      count: 2,
      bytes: TINY_PNG.length + TINY_GIF.length,
    })
    expect(await store.deckMedia.measureOwned(anna.id)).toBe(TINY_PNG.length + TINY_GIF.length)
    expect(await store.deckMedia.measureOwned(ben.id)).toBe(0)
  })

  it('take up room of whoever copies them, and one copy more than there is room for is none', async () => {
    const slug = await bring('r')
    const { sha256 } = await add(slug, TINY_PNG)
    await bring(`![a cell](media:${sha256})`)
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    const full = (measured: Partial<DeckMediaTable>): Store => ({
      ...store,
      transaction: (work) =>
        store.transaction((tables) => work({ ...tables, deckMedia: { ...tables.deckMedia, ...measured } })),
    })
    const measureDeck = async () => ({ count: MAX_DECK_IMAGES + 1, bytes: 1 })
    const copy = (over: Store) => copyDeck(over, ben.actor, { slug }, NOW)
    expect(
      await copy(full({ measureOwned: () => Promise.resolve(MAX_OWNED_IMAGE_BYTES + 1) })),
    ).toMatchObject({ code: 'invalid', detail: { reason: 'own-images-full' } })
    expect(await copy(full({ measureDeck }))).toMatchObject({
      code: 'invalid',
      detail: { reason: 'deck-images-full' },
    })
    const text = `---\ndeck: own\ntitle: { en: Own }\n---\n## a\n### en\nq\n---\n![a cell](media:a.png)\n`
    const images = [{ name: 'a.png', bytes: TINY_PNG }]
    expect(
      await importDeck(full({ measureDeck }), ben.actor, { text, images, locale: 'en' }, NOW),
    ).toMatchObject({ detail: { reason: 'deck-images-full' } })
    expect(await store.decks.countOwned(ben.id)).toBe(0)
    expect((await copy(store)).ok).toBe(true)
    expect(await store.deckMedia.measureOwned(ben.id)).toBe(TINY_PNG.length)
  })
})
