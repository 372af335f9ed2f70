import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedDeck, seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { outgoingNotes } from '../exchange/outgoing-notes'
import { getDeck } from '../get-deck'
import { importDeck } from '../import-deck'
import { getVersion } from './get-version'
import { listHistory } from './list-history'
import { seatLearner, type DeskLearner } from './testing/desk-learner'
import { must, openWritingDesk, words, type WritingDesk } from './testing/writing-desk'

const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 24 * 60 * 60_000

describe.each(databaseKinds)('publishing on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let desk: WritingDesk
  let clock: { now: number }

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    clock = { now: NOW }
    anna = await seedLearner(store)
    desk = await openWritingDesk(store, anna.actor, clock)
  })

  const shown = async () =>
    must(await getDeck(store, anna.actor, { slug: desk.slug })).notes.map(
      ({ key, cards }) =>
        `${key}:${cards.map(({ sides }) => sides.en?.front.replace(/<[^>]*>/g, '')).join('|')}`,
    )
  const deckId = async () => (await store.decks.findBySlug(desk.slug))?.id ?? ''
  const join = async (): Promise<DeskLearner> => seatLearner(store, await deckId(), clock)

  it('shows what would change, card by card, then does just that', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await desk.add(key)
    const first = await desk.difference()
    expect(first).toMatchObject({ isFirst: true, words: null, counts: { added: 4, changed: 0 } })
    expect(first.notes[0]).toMatchObject({ change: 'added', before: null, cardsAdded: 1 })
    expect(await desk.publish({ line: 'The first cards' })).toMatchObject({
      version: 1,
      counts: { added: 4 },
    })
    expect(await shown()).toEqual(['a:a?', 'b:b?', 'c:c?', 'd:d?'])

    await desk.edit('a', { fields: words('a, better?') })
    await desk.edit('b', { kind: 'REVERSED' })
    const { id: d } = await desk.find('d')
    await desk.change(
      { do: 'move', ids: [d], after: null },
      { do: 'delete', ids: [(await desk.find('c')).id] },
    )
    const second = await desk.difference()
    expect(second.counts).toEqual({ added: 0, changed: 2, removed: 1, moved: 1, unfinished: 0 })
    expect(
      second.notes.map(({ key, change, cardsAdded, cardsRetired }) => [
        key,
        change,
        cardsAdded,
        cardsRetired,
      ]),
    ).toEqual([
      ['d', 'moved', 0, 0],
      ['a', 'changed', 0, 0],
      ['b', 'changed', 1, 0],
      ['c', 'removed', 0, 1],
    ])
    expect(second.notes[1].before?.[0].sides.en?.front).toContain('a?')
    expect(second.notes[1].after?.[0].sides.en?.front).toContain('a, better?')
    expect(await shown()).toEqual(['a:a?', 'b:b?', 'c:c?', 'd:d?'])

    clock.now += DAY
    const { counts } = await desk.publish()
    expect(counts).toMatchObject({ added: 0, changed: 2, unchanged: 1, removed: 1, moved: 1 })
    const notes = []
    for await (const part of outgoingNotes(store, await deckId(), null)) notes.push(...part)
    expect(notes.map(({ key, changedAt }) => [key, changedAt])).toEqual([
      ['d', NOW], // that it stands elsewhere is no change of its own
      ['a', NOW + DAY],
      ['b', NOW + DAY],
    ])
    expect(await shown()).toEqual(['d:d?', 'a:a, better?', 'b:b?|b?!'])
    expect((await desk.difference()).notes).toEqual([])
    expect(await desk.tryPublish()).toMatchObject({ detail: { reason: 'nothing-to-publish' } })
    const subject = `deck:${await deckId()}`
    const audited = (await store.auditEvents.listLatest(50)).filter((event) => event.subject === subject)
    expect(audited.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['deck-published', anna.id],
      ['deck-published', anna.id],
      ['deck-made', anna.id],
    ])
  })

  it('tells of every note what keeps it back, and publishes the others without it', async () => {
    await desk.add('good')
    await desk.add('half', { fields: { en: { front: 'half?', back: '' } } })
    await desk.add('clozes', {
      kind: 'CLOZE',
      fields: { en: { front: '{{c1::a}} {{c2::b}}', back: '' }, zh: { front: '{{c1::甲}}', back: '' } },
    })
    await desk.add('formula', { fields: words('$\\nosuch$', 'b') })
    await desk.add('last')
    const refused = await desk.tryPublish()
    expect(refused).toMatchObject({ code: 'invalid', detail: { reason: 'notes-unfinished', count: 3 } })
    expect(refused).toMatchObject({
      detail: {
        notes: [
          { key: 'half', problems: [{ code: 'back-missing', locale: 'en', message: 'The back is empty.' }] },
          { key: 'clozes', problems: [{ code: 'cloze-numbers-differ' }] },
          { key: 'formula', problems: [{ code: 'formula', part: 'front', line: 1, column: 2 }] },
        ],
      },
    })
    expect(await shown()).toEqual([])

    const leaveOut = (await desk.list()).filter(({ key }) => ['half', 'clozes', 'formula'].includes(key))
    await desk.publish({ leaveOut: leaveOut.map(({ id }) => id) })
    expect(await shown()).toEqual(['good:good?', 'last:last?'])
    expect((await desk.list()).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'good published',
      'half new',
      'clozes new',
      'formula new',
      'last published',
    ])
  })

  it('publishes nothing that its author did not look at', async () => {
    await desk.add('a')
    const { seen } = await desk.difference()
    await desk.edit('a', { fields: words('something else?') })
    expect(await desk.tryPublish({ seen })).toMatchObject({
      code: 'conflict',
      detail: { reason: 'draft-changed-since' },
    })
    const both = await desk.difference()
    const twice = await Promise.all([
      desk.tryPublish({ seen: both.seen }),
      desk.tryPublish({ seen: both.seen }),
    ])
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await desk.history()).entries).toHaveLength(1)
  })

  it('reaches learners at their next fetch with every memory kept, whatever becomes of a card', async () => {
    await desk.add('a', { kind: 'REVERSED', fields: words('a?') })
    await desk.add('b')
    await desk.publish()
    const ben = await join()
    await ben.fetchPack()
    for (const card of ben.held()) await ben.answer(card, 4)
    const [forwards, backwards, b] = ben.held()
    const before = await Promise.all([forwards, b].map(({ id }) => store.memories.find(ben.id, id)))

    await desk.edit('a', { kind: 'BASIC', fields: words('a, corrected?') })
    await desk.change({ do: 'delete', ids: [(await desk.find('b')).id] })
    await desk.publish()
    clock.now += 60 * DAY
    const pack = await ben.fetchPack()
    expect(pack.cards.map(({ id, noteRevision }) => [id, noteRevision])).toEqual([[forwards.id, 2]])
    // What was already on somebody's screen is still taken.
    expect(await ben.answer(backwards)).toMatchObject({ status: 'stored', event: { noteRevision: 1 } })

    await desk.restore(1)
    const back = await ben.fetchPack()
    expect(back.cards.map(({ id }) => id).sort()).toEqual([forwards.id, backwards.id, b.id].sort())
    const after = await Promise.all([forwards, b].map(({ id }) => store.memories.find(ben.id, id)))
    expect(after).toEqual(before)
  })

  it('asks again who knows a card that changed its meaning: due now, the memory as it was, no row touched', async () => {
    await desk.add('a')
    await desk.add('b')
    await desk.publish()
    const ben = await join()
    const [a] = (await ben.fetchPack()).cards
    await ben.answer(a, 4)
    clock.now += DAY
    const before = await store.memories.find(ben.id, a.id)
    expect(before?.dueDay).toBeGreaterThan((await ben.fetchPack()).studyDay)
    expect(await ben.due()).not.toContain(a.id)

    await desk.edit('a', { fields: words('a, the other way round?') })
    const { id } = await desk.find('a')
    expect((await desk.publish({ askAgain: [id] })).counts.askedAgain).toBe(1)
    expect(await ben.due()).toContain(a.id)
    expect(await store.memories.find(ben.id, a.id)).toEqual(before)

    clock.now += 60_000
    await ben.answer(a, 3)
    const after = await store.memories.find(ben.id, a.id)
    expect(after?.stability).toBeGreaterThanOrEqual(before?.stability ?? 0)
    expect(await ben.due()).not.toContain(a.id)
    const carl = await join()
    expect((await carl.fetchPack()).cards).toHaveLength(2)
  })

  it('keeps every version: each is looked at, brought back, and that undone', async () => {
    await desk.add('a')
    await desk.add('b')
    await desk.publish({ line: 'One' })
    await desk.edit('a', { fields: words('a, second?') })
    await desk.change({ do: 'delete', ids: [(await desk.find('b')).id] })
    await desk.add('c')
    await desk.publish({ line: 'Two' })
    await desk.edit('a', { fields: words('a, third?') })
    await desk.add('draft')

    const one = await desk.version(1)
    expect(one).toMatchObject({ line: 'One', isCurrent: false, addedSince: 1, changedSince: 1, goneSince: 1 })
    expect(one.notes.map(({ key, now }) => [key, now])).toEqual([
      ['a', 'changed'],
      ['b', 'gone'],
    ])
    expect(one.notes[0].cards[0].sides.en?.front).toContain('a?')

    expect((await desk.restore(1)).counts).toMatchObject({ changed: 2, removed: 1, restored: 1 })
    expect(await shown()).toEqual(['a:a?', 'b:b?'])
    expect((await desk.list()).map(({ key, state }) => [key, state])).toEqual([
      ['a', 'changed'],
      ['b', 'published'],
      ['draft', 'new'],
    ])
    expect((await desk.version(1)).notes.map(({ now }) => now)).toEqual(['same', 'same'])
    expect(await desk.tryRestore(1)).toMatchObject({ detail: { reason: 'nothing-to-restore' } })
    await desk.restore(2)
    expect(await shown()).toEqual(['a:a, second?', 'c:c?'])
    expect(
      (await desk.history()).entries.map(({ version, line, by, isCurrent }) => [
        version,
        line,
        by,
        isCurrent,
      ]),
    ).toEqual([
      [4, '', 'Anna', true],
      [3, '', 'Anna', false],
      [2, 'Two', 'Anna', false],
      [1, 'One', 'Anna', false],
    ])
  })

  it('gives a deck from before there was a history its beginning', async () => {
    const template = await seedDeck(store, 2, 'PRIVATE')
    const slug = template.id
    const deck = await store.decks.find(template.id)
    expect((await store.deckPublications.list(template.id, 5)).length).toBe(0)
    await store.deckMembers.put({ deckId: template.id, userId: anna.id, role: 'VIEWER' })
    const entries = must(await listHistory(store, anna.actor, { slug })).entries
    expect(entries).toMatchObject([{ version: 1, at: deck?.updatedAt, isCurrent: true }])
  })

  it('tells the change log to whoever reads the deck, who wrote it and earlier versions to its authors', async () => {
    const file = '---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\nr\n'
    const brought = await importDeck(store, anna.actor, { text: file, images: [], locale: 'en' }, NOW)
    const { slug } = must(brought)
    const ben = await seedLearner(store)
    expect(await listHistory(store, ben.actor, { slug })).toMatchObject({ code: 'not-found' })
    const deck = await store.decks.findBySlug(slug)
    await store.enrolments.create({
      userId: ben.id,
      deckId: deck?.id ?? '',
      presetId: ben.presetId,
      createdAt: NOW,
    })
    expect(must(await listHistory(store, ben.actor, { slug }))).toMatchObject({
      canLook: false,
      entries: [{ version: 1, by: null, counts: { added: 1 } }],
    })
    expect(await getVersion(store, ben.actor, { slug, version: 1 })).toMatchObject({ code: 'not-found' })
    expect((await getVersion(store, anna.actor, { slug, version: 1 })).ok).toBe(true)
  })
})
