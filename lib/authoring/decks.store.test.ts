import { TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/core/access/actor'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from './change-deck'
import { copyDeck } from './copy-deck'
import { enrol } from './enrol'
import { exportDeck } from './export-deck'
import { getDeck } from './get-deck'
import { getMedia } from './get-media'
import { importDeck } from './import-deck'
import { leave } from './leave'
import { listDecks } from './list-decks'
import { MAX_DECKS } from './max-decks'
import { withdrawDeck } from './withdraw-deck'

const NOW = Date.UTC(2026, 10, 23)
const NOBODY: Actor = { kind: 'nobody' }

const file = (notes: string) => `---\ndeck: gates\ntitle: { en: Gates }\n---\n${notes}`
const note = (key: string, back = 'r') => `## ${key}\n### en\nq\n---\n${back}\n`

describe.each(databaseKinds)('decks of people on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let guest: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben, guest] = [await seedLearner(store), await seedLearner(store), await seedLearner(store, true)]
  })

  const bring = (text: string, images: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = [], who = anna) =>
    importDeck(store, who.actor, { text, images, locale: 'en' }, NOW)
  const mustBring = async (...args: Parameters<typeof bring>) => {
    const brought = await bring(...args)
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    return brought.value
  }
  const read = async (slug: string, actor: Actor = anna.actor) => {
    const found = await getDeck(store, actor, { slug })
    return found.ok ? found.value : null
  }

  it('come from a file, and the same file again brings them up to date with every card kept', async () => {
    const first = await mustBring(file(note('a') + note('b')))
    expect(first).toMatchObject({ outcome: 'created', cardCount: 2, added: 2 })
    const before = await read(first.slug)
    expect(before?.deck).toMatchObject({ by: 'you', visibility: 'PRIVATE', canEdit: true, cardCount: 2 })

    const second = await mustBring(file(note('b', 'better') + note('c')))
    expect(second).toMatchObject({ slug: first.slug, outcome: 'updated', added: 1, changed: 1, removed: 1 })
    const after = await read(first.slug)
    expect(after?.notes.map(({ key, revision }) => [key, revision])).toEqual([
      ['b', 2],
      ['c', 1],
    ])
    expect(after?.notes[0].cards[0].id).toBe(before?.notes[1].cards[0].id)
  })

  it('are refused whole, with each mistake by its line in the reader’s language', async () => {
    const refused = await bring(file(note('a', '$\\nosuch$') + '## b\nkind: odd\n'))
    expect(refused).toMatchObject({
      ok: false,
      code: 'invalid',
      detail: {
        reason: 'deck-file',
        problems: [
          { code: 'no-language', line: 10, note: 'b' },
          { code: 'kind-unknown', line: 11, note: 'b' },
        ],
      },
    })
    const formula = await importDeck(
      store,
      anna.actor,
      { text: file(note('a', '$\\nosuch$')), images: [], locale: 'zh' },
      NOW,
    )
    expect(formula).toMatchObject({
      detail: { problems: [{ line: 9, message: expect.stringContaining('无法解析公式') }] },
    })
    expect((await listDecks(store, anna.actor)).ok).toBe(true)
    expect(await store.decks.countOwned(anna.id)).toBe(0)
  })

  it('are not for guests to make, nor for others to see until they are shared', async () => {
    expect(await bring(file(note('a')), [], guest)).toMatchObject({ ok: false, code: 'forbidden' })
    const { slug } = await mustBring(file(note('a')))
    for (const actor of [NOBODY, guest.actor, ben.actor]) {
      expect(await read(slug, actor)).toBeNull()
      expect((await exportDeck(store, actor, { slug })).ok).toBe(false)
    }
    expect(await enrol(store, ben.actor, { slug }, NOW)).toMatchObject({ code: 'not-found' })
    expect(await changeDeck(store, ben.actor, { slug, visibility: 'PUBLIC' }, NOW)).toMatchObject({
      code: 'not-found',
    })

    expect((await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)).ok).toBe(true)
    expect(await read(slug, NOBODY)).not.toBeNull()
    const offered = await listDecks(store, ben.actor)
    expect(offered.ok && offered.value.decks.some((deck) => deck.slug === slug)).toBe(false)
    expect(await changeDeck(store, ben.actor, { slug, visibility: 'PUBLIC' }, NOW)).toMatchObject({
      code: 'forbidden',
    })
  })

  it('stay, when they are made private or withdrawn, with those who study them until they leave', async () => {
    const { slug } = await mustBring(file(note('a')))
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    expect((await enrol(store, ben.actor, { slug }, NOW)).ok).toBe(true)
    expect((await enrol(store, ben.actor, { slug, presetId: anna.presetId }, NOW)).ok).toBe(false)
    expect((await withdrawDeck(store, ben.actor, { slug }, NOW)).ok).toBe(false)
    expect((await withdrawDeck(store, anna.actor, { slug }, NOW)).ok).toBe(true)
    expect(await read(slug)).toBeNull()
    expect((await read(slug, ben.actor))?.deck).toMatchObject({
      isEnrolled: true,
      by: 'somebody',
      canEdit: false,
    })
    await leave(store, ben.actor, { slug })
    expect(await read(slug, ben.actor)).toBeNull()
  })

  it('are written as the file that they can be made from again', async () => {
    const { slug } = await mustBring(file(note('a') + '## b\nkind: cloze\ntags: [x]\n### en\n{{c1::y}}\n'))
    const written = await exportDeck(store, anna.actor, { slug })
    if (!written.ok) throw new Error(written.code)
    expect(written.value.name).toBe('gates.md')
    expect(await bring(written.value.text)).toMatchObject({
      ok: true,
      value: { slug, outcome: 'updated', unchanged: 2, changed: 0, added: 0 },
    })
  })

  it('show pictures, read only through a deck that may be read', async () => {
    const { slug } = await mustBring(file(note('a', '![a cell](media:cell.png)')), [
      { name: 'cell.png', bytes: TINY_PNG },
    ])
    const html = (await read(slug))?.notes[0].cards[0].sides.en?.back ?? ''
    const sha256 = /media\/([0-9a-f]{64})/.exec(html)?.[1] ?? ''
    const seen = await getMedia(store, anna.actor, { sha256 })
    expect(seen.ok && [...seen.value.bytes]).toEqual([...TINY_PNG])
    expect(await getMedia(store, ben.actor, { sha256 })).toMatchObject({ code: 'not-found' })
    // Knowing a hash is no way in: the image must be one that the importer may read.
    const stolen = await bring(file(note('a', `![x](media:${sha256})`)), [], ben)
    expect(stolen).toMatchObject({ detail: { problems: [{ code: 'image-missing' }] } })

    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    expect((await getMedia(store, NOBODY, { sha256 })).ok).toBe(true)
    const copied = await copyDeck(store, ben.actor, { slug }, NOW)
    await changeDeck(store, anna.actor, { slug, visibility: 'PRIVATE' }, NOW)
    expect(copied.ok && (await read(copied.value.slug, ben.actor))?.deck.by).toBe('you')
    expect((await getMedia(store, ben.actor, { sha256 })).ok).toBe(true)
    expect((await getMedia(store, NOBODY, { sha256 })).ok).toBe(false)
  })

  it('take only pictures that are pictures', async () => {
    const text = file(note('a', '![a](media:a.png)'))
    const svg = new Uint8Array(new TextEncoder().encode('<svg onload="alert(1)"/>'))
    expect(await bring(text, [{ name: 'a.png', bytes: svg }])).toMatchObject({
      detail: { reason: 'image-type' },
    })
    const large = new Uint8Array(2 * 1024 * 1024 + 1)
    large.set(TINY_PNG)
    expect(await bring(text, [{ name: 'a.png', bytes: large }])).toMatchObject({
      detail: { reason: 'image-too-large' },
    })
  })

  it('are so many and no more, copies too', async () => {
    const carl = await seedLearner(store)
    const { slug } = await mustBring(file(note('a')))
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOW)
    const original = await store.decks.findBySlug(slug)
    if (!original) throw new Error('it is there')
    for (let n = 0; n < MAX_DECKS - 1; n++) {
      const id = `${carl.id}-${n}`
      await store.decks.create({ ...original, id, slug: id, key: id, ownerId: carl.id })
    }
    const copies = await Promise.all([1, 2, 3].map(() => copyDeck(store, carl.actor, { slug }, NOW)))
    expect(copies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(copies.find(({ ok }) => !ok)).toMatchObject({ detail: { reason: 'too-many-decks' } })
    expect(await store.decks.countOwned(carl.id)).toBe(MAX_DECKS)
  })

  it('copied twice are two decks, with cards of their own', async () => {
    const { slug } = await mustBring(file(note('a')))
    const [one, two] = [
      await copyDeck(store, anna.actor, { slug }, NOW),
      await copyDeck(store, anna.actor, { slug }, NOW),
    ]
    if (!one.ok || !two.ok) throw new Error('not copied')
    const ids = await Promise.all(
      [slug, one.value.slug, two.value.slug].map(async (each) => (await read(each))?.notes[0].cards[0].id),
    )
    expect(new Set(ids).size).toBe(3)
  })

  it('sent twice at once are one deck', async () => {
    const both = await Promise.all([bring(file(note('a'))), bring(file(note('a')))])
    expect(both.some((result) => result.ok)).toBe(true)
    expect(await store.decks.countOwned(anna.id)).toBe(1)
  })
})
