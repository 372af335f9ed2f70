import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { NoteContent } from '@/lib/core/content/content'
import {
  BASIC_TYPE,
  buildApkg,
  CLOZE_TYPE,
  REVERSED_TYPE,
  type BuiltNote,
} from '@/lib/exchange/testing/build-apkg'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import type { TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from '@/lib/study/check-memories'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { getDeck } from '../get-deck'
import { importer, openImportHouse } from './testing/import-house'
import { chooseForImport } from './change-import'
import { undoImport } from './undo-import'
import { listImportItems } from './get-import'

const NOW = Date.UTC(2026, 10, 27, 12)
const DECK = 1_700_000_000_001
const DAY = 86_400_000

const note = (id: number, front: string, back: string, more: Partial<BuiltNote> = {}): BuiltNote => ({
  id,
  guid: `guid-${id}`,
  typeId: BASIC_TYPE.id,
  fields: [front, back],
  cards: [{ ord: 0, deckId: DECK }],
  ...more,
})

const file = (notes: BuiltNote[], createdAt?: number) =>
  buildApkg(
    {
      types: [BASIC_TYPE, REVERSED_TYPE, CLOZE_TYPE],
      decks: [
        { id: DECK, name: 'RNN::Gates' },
        { id: DECK + 1, name: 'RNN' },
      ],
      notes,
      ...(createdAt === undefined ? {} : { createdAt }),
    },
    'anki21',
  )

describe.each(databaseKinds)('imports on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner

  beforeAll(async () => {
    house = await openImportHouse(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    anna = await seedLearner(store)
  })

  const read = async (slug: string, who = anna) => {
    const found = await getDeck(store, who.actor, { slug })
    return found.ok ? found.value : null
  }
  const words = async (slug: string) =>
    new Map(
      (await read(slug))?.notes.map(({ key, revision, cards }) => [
        key,
        `${revision} ${cards[0].sides.en?.back}`,
      ]),
    )

  it('are shown before anything is written, then written whole, and taken back whole', async () => {
    const { read: bring, apply } = importer(store, anna, NOW)
    const preview = await bring(
      file([note(1, 'q1', 'a1'), note(2, 'q2 \\(x\\)', 'a2'), note(3, 'no back', '')]),
    )
    expect(preview).toMatchObject({
      status: 'READY',
      format: 'anki21',
      summary: { noteCount: 2, counts: { NEW: 2, UNREADABLE: 1 }, hasNestedDecks: true },
      options: { language: 'en', decks: [{ group: 'RNN', isNew: true, noteCount: 2 }] },
    })
    expect(await store.decks.listOwned(anna.id)).toEqual([])
    const unreadable = await listImportItems(store, anna.actor, {
      id: preview.id,
      outcome: 'UNREADABLE',
      after: -1,
      locale: 'en',
    })
    expect(unreadable).toMatchObject({
      value: { items: [{ name: 'no back', reason: 'Its back is empty.' }] },
    })

    const applied = await apply(preview)
    expect(applied.status).toBe('APPLIED')
    const slug = preview.options?.decks[0].slug ?? ''
    const deck = await read(slug)
    expect(deck?.deck).toMatchObject({
      title: { en: 'RNN' },
      by: 'you',
      isEnrolled: true,
      cardCount: 2,
      locales: ['en'],
      version: 1,
    })
    expect(deck?.notes.map(({ key, tags }) => [key, tags])).toEqual([
      ['anki.guid-1', ['Gates']],
      ['anki.guid-2', ['Gates']],
    ])
    expect(deck?.notes[1].cards[0].sides.en?.front).toContain('katex')

    expect(await undoImport(store, anna.actor, { id: preview.id }, NOW)).toMatchObject({
      ok: true,
    })
    expect(await read(slug)).toBeNull()
    expect(await store.decks.listOwned(anna.id)).toEqual([])
    expect(await undoImport(store, anna.actor, { id: preview.id }, NOW)).toMatchObject({
      code: 'conflict',
    })
  })

  it('again bring a deck up to date by each note’s guid, and undo gives back what was', async () => {
    const { read: bring, apply, choose } = importer(store, anna, NOW)
    const first = await apply(await bring(file([note(1, 'q1', 'a1'), note(2, 'q2', 'a2')])))
    const slug = first.options?.decks[0].slug ?? ''
    const before = await read(slug)
    const again = await bring(file([note(1, 'q1', 'a1'), note(2, 'q2', 'a2 better'), note(3, 'q3', 'a3')]))
    expect(again).toMatchObject({
      summary: { counts: { UNCHANGED: 1, UPDATED: 1, NEW: 1 } },
      options: { decks: [{ slug, isNew: false }] },
    })
    const changed = await listImportItems(store, anna.actor, {
      id: again.id,
      outcome: 'UPDATED',
      after: -1,
      locale: 'en',
    })
    expect(changed).toMatchObject({
      value: {
        items: [
          { before: { fields: { en: { back: 'a2' } } }, after: { fields: { en: { back: 'a2 better' } } } },
        ],
      },
    })
    expect((await apply(again)).status).toBe('APPLIED')
    const after = await read(slug)
    expect(after?.notes.map(({ key, revision }) => [key, revision])).toEqual([
      ['anki.guid-1', 1],
      ['anki.guid-2', 2],
      ['anki.guid-3', 1],
    ])
    expect(after?.notes[1].cards[0].id).toBe(before?.notes[1].cards[0].id)
    expect((await bring(file([note(1, 'q1', 'a1')]))).summary?.counts).toEqual({ UNCHANGED: 1 })

    expect(await undoImport(store, anna.actor, { id: again.id }, NOW)).toMatchObject({
      value: { kept: 0 },
    })
    expect(await words(slug)).toEqual(
      new Map([
        ['anki.guid-1', '1 <p>a1</p>'],
        ['anki.guid-2', '3 <p>a2</p>'],
      ]),
    )

    const elsewhere = await choose(await bring(file([note(1, 'q1', 'a1')])), {
      targets: { RNN: null },
      tags: ['new'],
    })
    expect(elsewhere).toMatchObject({
      summary: { counts: { NEW: 1 } },
      options: { decks: [{ isNew: true }] },
    })
    expect((await apply(elsewhere)).status).toBe('APPLIED')
    expect((await store.decks.listOwned(anna.id)).map(({ key }) => key).sort()).toEqual(['rnn', 'rnn-2'])
  })

  it('leave what both sides have changed to whoever decides', async () => {
    const { read: bring, apply, choose } = importer(store, anna, NOW)
    const first = await apply(await bring(file([note(1, 'q1', 'a1'), note(2, 'q2', 'a2')])))
    const slug = first.options?.decks[0].slug ?? ''
    const deck = await store.decks.findBySlug(slug)
    const [mine] = await store.notes.listByDeck(deck?.id ?? '')
    const published = mine.published as NoteContent
    const own = { ...published, fields: { en: { front: 'q1', back: 'mine' } } }
    await store.notes.update(mine.id, { published: own, revision: 2 })

    const same = await bring(file([note(1, 'q1', 'a1'), note(2, 'q2', 'a2')]))
    expect(same.summary?.counts).toEqual({ UNCHANGED: 2 })
    const both = await bring(file([note(1, 'q1', 'theirs'), note(2, 'q2', 'a2')]))
    expect(both.summary?.counts).toEqual({ CONFLICT: 1, UNCHANGED: 1 })
    await apply(both)
    expect((await store.notes.find(mine.id))?.published?.fields.en?.back).toBe('mine')
    const taken = await choose(await bring(file([note(1, 'q1', 'theirs')])), { conflicts: 'file' })
    await apply(taken)
    expect((await store.notes.find(mine.id))?.published?.fields.en?.back).toBe('theirs')
  })

  it('let each note in conflict be decided for itself, whatever was chosen for all of them', async () => {
    const { read: bring, apply, choose } = importer(store, anna, NOW)
    const all = (back: string) => file([1, 2, 3, 4].map((id) => note(id, `q${id}`, `${back} ${id}`)))
    const first = await apply(await bring(all('old')))
    const slug = first.options?.decks[0].slug ?? ''
    const deck = await store.decks.findBySlug(slug)
    const rows = (await store.notes.listByDeck(deck?.id ?? '')).slice(0, 3)
    for (const { id, published } of rows) {
      if (!published) throw new Error('not published')
      const own = { ...published, fields: { en: { front: 'mine', back: 'mine' } } }
      await store.notes.update(id, { published: own, revision: 2 })
    }
    const preview = await bring(all('theirs'))
    expect(preview.summary).toMatchObject({ counts: { CONFLICT: 3, UPDATED: 1 }, undecided: 3 })
    const items = await listImportItems(store, anna.actor, {
      id: preview.id,
      outcome: 'CONFLICT',
      after: -1,
      locale: 'en',
    })
    const [a, b] = items.ok ? items.value.items.map(({ position }) => position) : []
    expect(items).toMatchObject({ value: { items: [{ mayChoose: true }, {}, {}] } })

    const before = preview.options
    if (!before) throw new Error('There is nothing to choose')
    const { decks: _decks, ...options } = before
    const updated = [0, 1, 2, 3].find((position) => ![a, b].includes(position) && position > b)
    expect(
      await chooseForImport(
        store,
        anna.actor,
        { id: preview.id, options: { ...options, except: [(updated ?? 0) + 1] } },
        NOW,
      ),
    ).toMatchObject({ code: 'invalid', detail: { reason: 'not-in-conflict' } })

    // All but one as the file has them; what is decided is kept where the preview is made anew.
    const chosen = await choose(preview, { conflicts: 'file', except: [b] })
    expect(chosen).toMatchObject({ status: 'READY', options: { conflicts: 'file', except: [b] } })
    const tagged = await choose(chosen, { tags: ['again'] })
    expect(tagged).toMatchObject({ status: 'READY', options: { except: [b], tags: ['again'] } })
    expect((await apply(tagged)).status).toBe('APPLIED')
    const backs = (await store.notes.listByDeck(deck?.id ?? '')).map(
      ({ published }) => published?.fields.en?.back,
    )
    expect(backs).toEqual(['theirs 1', 'mine', 'theirs 3', 'theirs 4'])
  })

  it('take the order of a deck file that comes again, and undo gives back the order that was', async () => {
    const { read: bring, apply } = importer(store, anna, NOW)
    const deckFile = (keys: string[]) =>
      new TextEncoder().encode(
        [
          '---',
          'deck: order',
          'title: { en: Order }',
          '---',
          ...keys.map((key) => `\n## ${key}\n\n### en\n\nWhat is ${key}?\n\n---\n\nIt is ${key}.`),
        ].join('\n'),
      )
    const first = await apply(await bring(deckFile(['a', 'b', 'c']), 'order.md'))
    expect(first.problem).toBeNull()
    const slug = first.options?.decks[0].slug ?? ''
    const keysNow = async () => (await read(slug))?.notes.map(({ key }) => key)
    expect(await keysNow()).toEqual(['a', 'b', 'c'])

    const same = await bring(deckFile(['a', 'b', 'c', 'd']), 'order.md')
    expect(same.summary).toMatchObject({ isReordered: false, counts: { NEW: 1, UNCHANGED: 3 } })
    const moved = await bring(deckFile(['c', 'd', 'a', 'b']), 'order.md')
    expect(moved.summary).toMatchObject({ isReordered: true, counts: { NEW: 1, UNCHANGED: 3 } })
    expect((await apply(moved)).status).toBe('APPLIED')
    expect(await keysNow()).toEqual(['c', 'd', 'a', 'b'])
    expect((await undoImport(store, anna.actor, { id: moved.id }, NOW)).ok).toBe(true)
    expect(await keysNow()).toEqual(['a', 'b', 'c'])
  })

  it('bring another language beside the one that is there', async () => {
    const { read: bring, apply, choose } = importer(store, anna, NOW)
    const first = await apply(await bring(file([note(1, 'q1', 'a1')])))
    const chinese = await bring(file([note(1, '问一', '答一')]))
    expect(chinese.options?.language).toBe('zh')
    await apply(await choose(chinese, { language: 'zh' }))
    const [{ cards, revision }] = (await read(first.options?.decks[0].slug ?? ''))?.notes ?? []
    expect(revision).toBe(2)
    expect(cards[0].sides).toMatchObject({ en: { front: '<p>q1</p>' }, zh: { front: '<p>问一</p>' } })
  })

  it('bring what each card was remembered by, so that the fold gives it, and undo takes it back', async () => {
    const { read: bring, apply, choose } = importer(store, anna, NOW)
    const at = NOW - 20 * DAY
    const createdAt = Date.UTC(2026, 0, 1, 3) / 1_000
    const due = Math.floor((NOW / 1_000 - createdAt) / 86_400) + 7
    const card = {
      ord: 0,
      deckId: DECK,
      type: 2,
      queue: 2,
      due,
      interval: 27,
      reps: 5,
      lapses: 1,
      flags: 1,
      data: '{"s":31.5,"d":6.25}',
      reviews: [
        { at: at - DAY, ease: 3, type: 0 },
        { at, ease: 3 },
      ],
    }
    const old = { ...card, data: '', factor: 2_500, interval: 10, reviews: [] }
    const preview = await choose(
      await bring(
        file([note(1, 'q1', 'a1', { cards: [card] }), note(2, 'q2', 'a2', { cards: [old] })], createdAt),
      ),
      { scheduling: true },
    )
    expect(preview.summary?.hasScheduling).toBe(true)
    const applied = await apply(preview)
    expect(applied).toMatchObject({ status: 'APPLIED', summary: { histories: 2 } })
    const deck = await read(preview.options?.decks[0].slug ?? '')
    const cardId = deck?.notes[0].cards[0].id ?? ''
    const today = Math.floor(NOW / DAY)
    expect(await store.memories.find(anna.id, cardId)).toMatchObject({
      state: 'REVIEW',
      stability: 31.5,
      difficulty: 6.25,
      reps: 5,
      lapses: 1,
      dueDay: today + 7,
      lastDay: today - 20,
      flag: 1,
    })
    expect((await store.studyEvents.listByCard(anna.id, cardId)).map(({ kind: of }) => of).sort()).toEqual([
      'ANSWER',
      'ANSWER',
      'FLAG',
      'IMPORT',
    ])
    const second = await store.memories.find(anna.id, deck?.notes[1].cards[0].id ?? '')
    expect(second).toMatchObject({ stability: 10, state: 'REVIEW' })
    expect(second?.difficulty).toBeGreaterThan(1)
    expect(await checkMemories(store)).toMatchObject({ differences: [] })

    await undoImport(store, anna.actor, { id: preview.id }, NOW)
    expect(await store.memories.find(anna.id, cardId)).toMatchObject({
      state: 'NEW',
      reps: 0,
      flag: 0,
      stability: null,
    })
  })
})
