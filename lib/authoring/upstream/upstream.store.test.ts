import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { changeDeck } from '../change-deck'
import { copyDeck } from '../copy-deck'
import { addNote } from '../drafts/add-note'
import { changeDeckDraft } from '../drafts/change-deck-draft'
import { listDraft } from '../drafts/list-draft'
import { saveNoteDraft } from '../drafts/save-note-draft'
import { importDeck } from '../import-deck'
import { withdrawDeck } from '../withdraw-deck'
import { compareUpstream } from './compare-upstream'
import { takeOver } from './take-over'

const NOW = Date.UTC(2026, 10, 27)
const file = (notes: string) => `---\ndeck: gates\ntitle: { en: Gates }\n---\n${notes}`
const note = (key: string, front: string, back = 'r') => `## ${key}\n### en\n${front}\n---\n${back}\n`

describe.each(databaseKinds)('a copy and its original on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let original: string
  let slug: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store)]
    original = await bring(note('a', 'q a') + note('b', 'q b') + note('c', 'q c'))
    await changeDeck(store, anna.actor, { slug: original, visibility: 'PUBLIC' }, NOW)
    const copied = await copyDeck(store, ben.actor, { slug: original }, NOW)
    if (!copied.ok) throw new Error(copied.code)
    slug = copied.value.slug
  })

  async function bring(notes: string): Promise<string> {
    const made = await importDeck(store, anna.actor, { text: file(notes), images: [], locale: 'en' }, NOW)
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.value.slug
  }
  const compare = async (who = ben) => {
    const compared = await compareUpstream(store, who.actor, { slug })
    if (!compared.ok) throw new Error(compared.code)
    return compared.value
  }
  const kinds = async () =>
    (await compare()).changes.map(({ key, kind, isConflict }) => [key, kind, isConflict]).sort()
  const take = (keys?: string[], isRestKept = false) =>
    takeOver(store, ben.actor, { slug, keys, isRestKept, locale: 'en' }, NOW)
  const heads = async () => {
    const listed = await listDraft(store, ben.actor, { slug })
    if (!listed.ok) throw new Error(listed.code)
    return listed.value.notes
  }
  async function write(key: string, front: string, back = 'r') {
    const head = (await heads()).find((of) => of.key === key)
    const change = { fields: { en: { front, back } } }
    const draft = {
      slug,
      id: head?.id ?? '',
      draftVersion: head?.draftVersion ?? 0,
      change,
      locale: 'en' as const,
    }
    const saved = await saveNoteDraft(store, ben.actor, draft, NOW)
    if (!saved.ok) throw new Error(saved.code)
  }

  it('is up to date until the original changes; then each change is shown', async () => {
    expect(await compare()).toMatchObject({ state: 'current', changes: [] })
    await bring(note('a', 'q a better') + note('c', 'q c') + note('d', 'q d'))
    expect(await kinds()).toEqual([
      ['a', 'changed', false],
      ['b', 'removed', false],
      ['d', 'added', false],
    ])
  })

  it('takes over one, then the rest, into the draft; and is up to date again', async () => {
    await bring(note('a', 'q a better') + note('c', 'q c') + note('d', 'q d'))
    expect(await take(['a'])).toEqual({ ok: true, value: { taken: 1, left: 2 } })
    expect((await heads()).find(({ key }) => key === 'a')).toMatchObject({
      state: 'changed',
      excerpt: { en: 'q a better' },
    })
    expect(await kinds()).toEqual([
      ['b', 'removed', false],
      ['d', 'added', false],
    ])
    expect(await take()).toEqual({ ok: true, value: { taken: 2, left: 0 } })
    expect((await heads()).map(({ key, state }) => [key, state]).sort()).toEqual([
      ['a', 'changed'],
      ['b', 'deleted'],
      ['c', 'published'],
      ['d', 'new'],
    ])
    expect(await compare()).toMatchObject({ state: 'current' })
  })

  it('keeps what the copy changed elsewhere, and warns where both changed the same', async () => {
    await write('a', 'q a', 'my own back')
    await write('b', 'my own question')
    await bring(note('a', 'q a better') + note('b', 'their question') + note('c', 'q c'))
    expect(await kinds()).toEqual([
      ['a', 'changed', false],
      ['b', 'changed', true],
    ])
    await take(['a'])
    const [change] = (await compare()).changes
    expect(change).toMatchObject({ key: 'b', ours: { fields: { en: { front: 'my own question' } } } })
    expect(await take([], true)).toEqual({ ok: true, value: { taken: 0, left: 0 } })
    expect(await compare()).toMatchObject({ state: 'current' })
    const draft = (await heads()).find(({ key }) => key === 'b')
    expect(draft?.excerpt.en).toBe('my own question')
    await bring(note('a', 'q a better') + note('b', 'their newer question') + note('c', 'q c'))
    expect(await kinds()).toEqual([['b', 'changed', true]])
  })

  it('says so when the original cannot be read any more, and gives nothing of it away', async () => {
    await bring(note('a', 'secret') + note('b', 'q b') + note('c', 'q c'))
    await changeDeck(store, anna.actor, { slug: original, visibility: 'PRIVATE' }, NOW)
    expect(await compare()).toMatchObject({ state: 'unreadable', original: null, changes: [] })
    expect(await take()).toMatchObject({ code: 'not-found' })
    await withdrawDeck(store, anna.actor, { slug: original }, NOW)
    expect(await compare()).toMatchObject({ state: 'unreadable' })
  })

  describe('and of the deck itself', () => {
    const bringAs = (head: string, notes: string) =>
      importDeck(
        store,
        anna.actor,
        { text: `---\ndeck: gates\n${head}\n---\n${notes}`, images: [], locale: 'en' },
        NOW,
      )
    const parts = async () => (await compare()).deckChanges.map(({ part, isConflict }) => [part, isConflict])
    const order = async () => (await heads()).map(({ key }) => key)
    const standing = async () => {
      const deck = await store.decks.findBySlug(slug)
      return deck && (deck.draft ?? { title: deck.title, description: deck.description })
    }

    it('shows a changed title, description and order, and takes one or all over', async () => {
      const reordered = note('c', 'q c') + note('a', 'q a') + note('b', 'q b')
      await bringAs('title: { en: Gates and cells, zh: 门 }\ndescription: { en: All of them. }', reordered)
      expect(await compare()).toMatchObject({
        state: 'changed',
        changes: [],
        deckChanges: [
          { part: 'title', ours: { en: 'Gates' }, merged: { en: 'Gates and cells', zh: '门' } },
          { part: 'description', merged: { en: 'All of them.' } },
          { part: 'order', ours: null },
        ],
      })
      const takeParts = (chosen: ('title' | 'order')[]) =>
        takeOver(store, ben.actor, { slug, parts: chosen, isRestKept: false, locale: 'en' }, NOW)
      expect(await takeParts(['title'])).toEqual({ ok: true, value: { taken: 1, left: 2 } })
      expect(await standing()).toMatchObject({ title: { en: 'Gates and cells', zh: '门' } })
      expect(await parts()).toEqual([
        ['description', false],
        ['order', false],
      ])
      expect(await order()).toEqual(['a', 'b', 'c'])
      expect(await take()).toEqual({ ok: true, value: { taken: 2, left: 0 } })
      expect(await order()).toEqual(['c', 'a', 'b'])
      expect(await standing()).toMatchObject({ description: { en: 'All of them.' } })
      expect(await compare()).toMatchObject({ state: 'current', deckChanges: [] })
    })

    it('leaves what the copy has of its own, and warns where both changed the same', async () => {
      const own = { slug, id: testId(), key: 'own', after: null, content: {}, locale: 'en' as const }
      expect((await addNote(store, ben.actor, own, NOW)).ok).toBe(true)
      const before = { title: { en: 'Gates' }, description: {} }
      const draft = { title: { en: 'My gates' }, description: {} }
      expect((await changeDeckDraft(store, ben.actor, { slug, draft, before })).ok).toBe(true)
      const notes = note('b', 'q b') + note('new', 'q new') + note('a', 'q a') + note('c', 'q c')
      await bringAs('title: { en: Gates and cells }', notes)
      expect(await parts()).toEqual([
        ['title', true],
        ['order', false],
      ])
      expect(await take(['new'])).toEqual({ ok: true, value: { taken: 1, left: 2 } })
      expect(await standing()).toEqual(draft)
      expect(await take()).toEqual({ ok: true, value: { taken: 2, left: 0 } })
      expect(await order()).toEqual(['own', 'b', 'new', 'a', 'c'])
      expect(await standing()).toMatchObject({ title: { en: 'Gates and cells' } })
    })

    it('puts a new note where it stands there', async () => {
      await bring(
        note('first', 'q') + note('a', 'q a') + note('mid', 'q') + note('b', 'q b') + note('c', 'q c'),
      )
      expect(await take()).toEqual({ ok: true, value: { taken: 2, left: 0 } })
      expect(await order()).toEqual(['first', 'a', 'mid', 'b', 'c'])
    })
  })

  it('is nothing of others’, and nothing of a deck that is no copy', async () => {
    expect(await compareUpstream(store, anna.actor, { slug })).toMatchObject({ code: 'not-found' })
    expect(await compareUpstream(store, anna.actor, { slug: original })).toMatchObject({ code: 'not-found' })
  })
})
