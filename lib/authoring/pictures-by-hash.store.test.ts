import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TINY_GIF, TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from './change-deck'
import { copyDeck } from './copy-deck'
import { addNote } from './drafts/add-note'
import { saveNoteDraft } from './drafts/save-note-draft'
import { MAX_OWNED_IMAGE_BYTES } from './image-quota'
import { importDeck } from './import-deck'
import { takeOver } from './upstream/take-over'
import { openWritingDesk, words, type WritingDesk } from './publishing/testing/writing-desk'

const NOW = Date.UTC(2026, 10, 28, 9)

describe.each(databaseKinds)('somebody’s picture, named by its hash, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let desk: WritingDesk
  let isFull: boolean
  let theirs: string
  let shown: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = {
      ...house.store,
      transaction: (work) =>
        house.store.transaction((tables) => {
          const measureOwned = () => Promise.resolve(MAX_OWNED_IMAGE_BYTES + 1)
          return work(isFull ? { ...tables, deckMedia: { ...tables.deckMedia, measureOwned } } : tables)
        }),
    }
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    isFull = false
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store)]
    const text = `---\ndeck: own\ntitle: { en: Own }\n---\n## a\n### en\nq\n---\n![a cell](media:a.png)\n`
    const images = [{ name: 'a.png', bytes: TINY_PNG }]
    const made = await importDeck(store, anna.actor, { text, images, locale: 'en' }, NOW)
    if (!made.ok) throw new Error(JSON.stringify(made))
    theirs = made.value.slug
    const [hash] = await store.deckMedia.listByDeck((await store.decks.findBySlug(theirs))?.id ?? '')
    shown = `![a cell](media:${hash})`
    desk = await openWritingDesk(store, ben.actor, { now: NOW })
  })

  // The next one's picture is the same.
  afterEach(() => changeDeck(store, anna.actor, { slug: theirs, visibility: 'PRIVATE' }, NOW))

  const show = () => changeDeck(store, anna.actor, { slug: theirs, visibility: 'PUBLIC' }, NOW)
  const deckId = async () => (await store.decks.findBySlug(desk.slug))?.id ?? ''
  const linked = async () => (await store.deckMedia.listByDeck(await deckId())).length
  const full = { code: 'invalid', detail: { reason: 'own-images-full' } }

  it('takes up room when a note is added or saved, and what was there before may still be written', async () => {
    await show()
    const add = (key: string) => {
      const note = {
        slug: desk.slug,
        id: testId(),
        key,
        content: { fields: words('q', shown) },
        locale: 'en' as const,
      }
      return addNote(store, ben.actor, note, NOW)
    }
    const plain = await desk.add('plain')
    const save = (draftVersion: number) => {
      const change = { fields: words('q', shown) }
      return saveNoteDraft(
        store,
        ben.actor,
        { slug: desk.slug, id: plain.id, draftVersion, change, locale: 'en' },
        NOW,
      )
    }
    isFull = true
    expect(await add('pictured')).toMatchObject(full)
    expect(await save(plain.draftVersion)).toMatchObject(full)
    expect(await linked()).toBe(0)
    expect((await desk.list()).map(({ key, draftVersion }) => [key, draftVersion])).toEqual([
      ['plain', plain.draftVersion],
    ])

    isFull = false
    expect((await save(plain.draftVersion)).ok).toBe(true)
    expect(await linked()).toBe(1)
    isFull = true
    expect((await add('again')).ok).toBe(true)
  })

  it('has no room in a copy: what else changed in the original is taken over all the same', async () => {
    const bring = async (notes: string) => {
      const text = `---\ndeck: own\ntitle: { en: Own }\n---\n${notes}`
      const images = [{ name: 'b.gif', bytes: TINY_GIF }]
      const made = await importDeck(store, anna.actor, { text, images, locale: 'en' }, NOW)
      if (!made.ok) throw new Error(JSON.stringify(made))
    }
    await show()
    const copied = await copyDeck(store, ben.actor, { slug: theirs }, NOW)
    if (!copied.ok) throw new Error(copied.code)
    const note = (key: string, back: string) => `## ${key}\n### en\nq\n---\n${back}\n`
    await bring(note('a', '![a state](media:b.gif)') + note('z', 'new'))
    isFull = true
    const all = { slug: copied.value.slug, isRestKept: false, locale: 'en' as const }
    expect(await takeOver(store, ben.actor, all, NOW)).toMatchObject({ value: { taken: 1, left: 1 } })
    expect(await takeOver(store, ben.actor, all, NOW)).toMatchObject(full)
    isFull = false
    expect(await takeOver(store, ben.actor, all, NOW)).toMatchObject({ value: { taken: 1, left: 0 } })
  })

  it('takes up room when it is published or brought back', async () => {
    // Drafted while it could not be read yet, so nothing was linked.
    await desk.add('pictured', { fields: words('q', shown) })
    await show()
    expect(await linked()).toBe(0)
    isFull = true
    expect(await desk.tryPublish()).toMatchObject(full)
    isFull = false
    const { version } = await desk.publish()
    expect(await linked()).toBe(1)

    await desk.edit('pictured', { fields: words('q', 'none') })
    await desk.publish()
    const [hash] = await store.deckMedia.listByDeck(await deckId())
    await store.deckMedia.remove(await deckId(), hash)
    isFull = true
    expect(await desk.tryRestore(version)).toMatchObject(full)
    expect(await linked()).toBe(0)
    isFull = false
    await desk.restore(version)
    expect(await linked()).toBe(1)
  })
})
