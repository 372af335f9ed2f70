import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '@/lib/core/result'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, seedLearner, testAnswer, testId, type TestLearner } from '@/lib/study/testing/seed-study'
import { getDeck } from '../get-deck'
import { importDeck } from '../import-deck'
import { addNote, type NewNoteDraft } from './add-note'
import { changeDeckDraft } from './change-deck-draft'
import { changeNotes } from './change-notes'
import { createDeck } from './create-deck'
import { discardNoteDraft } from './discard-note-draft'
import { getNoteDraft } from './get-note-draft'
import { listDraft } from './list-draft'
import type { NoteOperation } from './note-operation'
import { listDuplicates } from './list-duplicates'
import { saveNoteDraft, type NoteChange } from './save-note-draft'

const NOW = Date.UTC(2026, 10, 23)
const FILE = `---\ndeck: gates\ntitle: { en: Gates }\n---\n${['a', 'b', 'c'].map((key) => `## ${key}\n### en\n${key}?\n---\n${key}!\n`).join('')}`

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

describe.each(databaseKinds)('drafts on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let slug: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store)]
    slug = must(await importDeck(store, anna.actor, { text: FILE, images: [], locale: 'en' }, NOW)).slug
  })

  const list = async () => must(await listDraft(store, anna.actor, { slug })).notes
  const deckId = async () => (await store.decks.findBySlug(slug))?.id ?? ''
  const order = async () => (await list()).map((note) => note.key).join('')
  const idOf = async (key: string) => (await list()).find((note) => note.key === key)?.id ?? ''
  const save = (id: string, draftVersion: number, change: NoteChange, who = anna) =>
    saveNoteDraft(store, who.actor, { slug, id, draftVersion, change, locale: 'en' }, NOW)
  const add = (note: Partial<NewNoteDraft> = {}, who = anna) =>
    addNote(store, who.actor, { slug, id: testId(), content: {}, locale: 'en', ...note }, NOW)
  const change = async (...operations: NoteOperation[]) =>
    must(await changeNotes(store, anna.actor, { slug, operations }, NOW))

  it('are the authors’: learners see what is published, finished drafts and broken ones alike', async () => {
    const id = await idOf('a')
    const saved = must(await save(id, 0, { fields: { en: { front: '$\\frac{1$', back: '' } } }))
    expect(saved.note.state).toBe('changed')
    expect(saved.note.problems.map(({ code, locale, part, line }) => [code, locale, part, line])).toEqual([
      ['back-missing', 'en', undefined, undefined],
      ['formula', 'en', 'front', 1],
    ])
    expect(saved.note.problems[1].message).toContain('formula')
    expect(saved.note.published?.fields.en?.front).toBe('a?')
    const seen = must(await getDeck(store, anna.actor, { slug }))
    expect(seen.notes[0].cards[0].sides.en?.front).toContain('a?')

    const back = must(await save(id, 1, { fields: { en: { front: 'a?', back: 'a!' } } }))
    expect(back.note).toMatchObject({ state: 'published', published: null, draftVersion: 2, problems: [] })
  })

  it('say which notes their reader has flagged in a review', async () => {
    const cardIds = (await store.studyCards.listIds([await deckId()])).get(await deckId()) ?? []
    const flag = async (colour: number, answeredAt: number, after: string | null) => {
      const event = testAnswer(anna, cardIds[0], { kind: 'FLAG', flag: colour, answeredAt, after })
      const { grade, ...flagging } = event
      expect(grade).toBeDefined()
      const batch = { learner: anna.id, sentAt: answeredAt, events: [flagging] }
      const reply = await recordEvents(store, anna.actor, { batch, calendar: BERLIN }, answeredAt)
      expect(reply).toMatchObject({ value: { receipts: [{ status: 'stored' }] } })
      return event.id
    }
    const flagged = async () => (await list()).filter(({ isFlagged }) => isFlagged).map(({ id }) => id)
    expect(await flagged()).toEqual([])
    const first = await flag(2, NOW, null)
    const [{ noteId }] = await store.studyCards.listFaces([cardIds[0]])
    expect(await flagged()).toEqual([noteId])
    await flag(0, NOW + 1_000, first)
    expect(await flagged()).toEqual([])
  })

  it('of two who save at once keep the first’s; the second is shown it, and a retry is no second', async () => {
    const deck = must(await listDraft(store, anna.actor, { slug })).deck
    const id = await idOf('b')
    const first = { fields: { en: { front: 'b, better?', back: 'b!' } } }
    must(await save(id, 0, first))
    expect((await save(id, 0, first)).ok).toBe(true)
    const second = await save(id, 0, { fields: { en: { front: 'b, otherwise?', back: 'b!' } } })
    expect(second).toMatchObject({ ok: false, code: 'conflict' })
    expect(second).toMatchObject({
      detail: { reason: 'draft-changed', note: { ...first, draftVersion: 1, savedBy: { name: 'Anna' } } },
    })

    const [before, mine, other] = ['Gates', 'Gates, mine', 'Gates, theirs'].map((en) => ({
      title: { en },
      description: deck.description,
    }))
    const input = { slug, draft: mine, before }
    expect(must(await changeDeckDraft(store, anna.actor, input)).isDeckChanged).toBe(true)
    expect((await changeDeckDraft(store, anna.actor, input)).ok).toBe(true)
    const late = await changeDeckDraft(store, anna.actor, { slug, draft: other, before })
    expect(late).toMatchObject({ code: 'conflict', detail: { draft: mine } })
    expect(must(await getDeck(store, anna.actor, { slug })).deck.title.en).toBe('Gates')
  })

  it('are nobody else’s: not found by who only reads the deck, shown to a viewer, changed by an editor', async () => {
    const deck = await store.decks.findBySlug(slug)
    const id = await idOf('a')
    expect(await listDraft(store, ben.actor, { slug })).toMatchObject({ code: 'not-found' })
    await store.deckMembers.put({ deckId: deck?.id ?? '', userId: ben.id, role: 'VIEWER' })
    expect((await getNoteDraft(store, ben.actor, { slug, id, locale: 'en' })).ok).toBe(true)
    expect(await save(id, 0, { tags: ['x'] }, ben)).toMatchObject({ code: 'forbidden' })
    expect(await add({}, ben)).toMatchObject({ code: 'forbidden' })
    await store.deckMembers.put({ deckId: deck?.id ?? '', userId: ben.id, role: 'EDITOR' })
    expect((await save(id, 0, { tags: ['x'] }, ben)).ok).toBe(true)

    const elsewhere = must(
      await createDeck(store, ben.actor, { id: testId(), title: { zh: '门' }, description: {} }, NOW),
    )
    expect(await getNoteDraft(store, ben.actor, { slug: elsewhere.slug, id, locale: 'en' })).toMatchObject({
      code: 'not-found',
    })
  })

  it('begin with an empty deck and notes that are made once, where they are put', async () => {
    const input = { id: testId(), title: { en: 'The forget gate: é' }, description: {} }
    const made = must(await createDeck(store, anna.actor, input, NOW))
    expect(made.slug).toMatch(/^the-forget-gate-e-/)
    expect(must(await createDeck(store, anna.actor, input, NOW))).toEqual(made)
    slug = made.slug
    expect(await list()).toEqual([])

    const first = testId()
    must(await add({ id: first, key: 'x', content: { fields: { en: { front: 'x?', back: 'x!' } } } }))
    must(await add({ id: first }))
    must(await add({ key: 'z' }))
    must(await add({ key: 'y', after: first, copyOf: first }))
    must(await add({ key: 'w', after: null }))
    expect(await add({ key: 'x' })).toMatchObject({ code: 'conflict', detail: { reason: 'key-taken' } })
    expect(await order()).toBe('wxyz')
    expect((await list()).map(({ state, isUnfinished }) => [state, isUnfinished])).toEqual([
      ['new', true],
      ['new', false],
      ['new', false],
      ['new', true],
    ])
    expect(must(await getDeck(store, anna.actor, { slug })).notes).toEqual([])
  })

  it('are changed together, and everything comes back', async () => {
    const [a, b, c] = [await idOf('a'), await idOf('b'), await idOf('c')]
    const done = await change(
      { do: 'add-tags', ids: [a, b], tags: ['gate::forget'] },
      { do: 'move', ids: [c, a], after: null },
      { do: 'delete', ids: [b, testId()] },
      { do: 'set-kind', ids: [a], kind: 'REVERSED' },
    )
    expect((await list()).map(({ key, kind: of, state, tags }) => [key, of, state, tags.join()])).toEqual([
      ['c', 'BASIC', 'published', ''],
      ['a', 'REVERSED', 'changed', 'gate::forget'],
      ['b', 'BASIC', 'deleted', 'gate::forget'],
    ])
    expect((await list()).filter(({ isMoved }) => isMoved).map(({ key }) => key)).toEqual(['c'])

    const redo = await change(...done.undo)
    expect(await order()).toBe('abc')
    expect((await list()).every(({ state, isMoved }) => state === 'published' && !isMoved)).toBe(true)
    await change(...redo.undo)
    expect(await order()).toBe('cab')
  })

  it('are put between two neighbours again and again', async () => {
    const [a, b] = [await idOf('a'), await idOf('b')]
    for (let i = 0; i < 60; i++) {
      await change({ do: 'move', ids: [i % 2 === 0 ? b : a], after: i % 2 === 0 ? null : b })
      await change({ do: 'move', ids: [await idOf('c')], after: (await list())[0].id })
    }
    expect(await order()).toBe('bca')
  })

  it('are discarded, which can be undone, and survive an import over the deck', async () => {
    const id = await idOf('a')
    const fields = { en: { front: 'a, at last?', back: 'a!' } }
    must(await save(id, 0, { fields }))
    must(await add({ key: 'new' }))
    const gone = must(
      await discardNoteDraft(store, anna.actor, { slug, id, draftVersion: 1, locale: 'en' }, NOW),
    )
    expect(gone).toMatchObject({ discarded: { fields }, note: { state: 'published', draftVersion: 2 } })
    must(await save(id, 2, { fields }))

    must(
      await importDeck(
        store,
        anna.actor,
        { text: FILE.replace('b!', 'b, indeed!'), images: [], locale: 'en' },
        NOW,
      ),
    )
    expect((await list()).map(({ key, state }) => [key, state])).toEqual([
      ['a', 'changed'],
      ['b', 'published'],
      ['c', 'published'],
      ['new', 'new'],
    ])
  })

  it('are found where two ask the same', async () => {
    must(
      await add({
        key: 'd',
        content: { tags: ['gate::forget'], fields: { zh: { front: '遗忘门？', back: '门' } } },
      }),
    )
    must(await add({ key: 'e', content: { fields: { en: { front: ' A ?', back: 'x' } } } }))
    const { groups } = must(await listDuplicates(store, anna.actor, { slug }))
    expect(groups).toEqual([{ likeness: 'same', ids: [await idOf('a'), await idOf('e')] }])
  })
})
