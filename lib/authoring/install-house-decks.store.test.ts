import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { installHouseDecks } from './install-house-decks'

const NOW = Date.UTC(2026, 10, 23)
const head = '---\ndeck: gates\ntitle: { zh: 门, en: Gates }\n---\n'
const basic = (key: string, front = 'q', back = 'r') =>
  `## ${key}\n### zh\n${front}\n---\n${back}\n### en\n${front}\n---\n${back}\n`
const cloze = (key: string, numbers: number[]) => {
  const text = numbers.map((number) => `{{c${number}::x${number}}}`).join(' ')
  return `## ${key}\nkind: cloze\n### zh\n${text}\n### en\n${text}\n`
}

describe.each(databaseKinds)('installing the decks of the house on %s', (kind) => {
  let house: TestStore
  let folder: string

  beforeEach(async () => {
    house = await openTestStore(kind)
    folder = mkdtempSync(path.join(tmpdir(), 'unroll-decks-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await house.remove()
  })

  const install = async (text: string, now = NOW) => {
    writeFileSync(path.join(folder, 'gates.md'), head + text)
    return (await installHouseDecks(house.store, folder, now))[0]
  }
  const look = async () => {
    const deck = await house.store.decks.findByKey(null, 'gates')
    if (!deck) throw new Error('no deck')
    const notes = await house.store.notes.listByDeck(deck.id)
    const cards = await house.store.cards.listByDeck(deck.id)
    const keyOf = new Map((await house.store.notes.listHeads(deck.id)).map((note) => [note.id, note.key]))
    return {
      deck,
      notes,
      order: notes.map((note) => note.key),
      cards: new Map(cards.map((card) => [`${keyOf.get(card.noteId)}/${card.ord}`, card])),
    }
  }

  it('creates, then leaves alone what has not changed', async () => {
    expect(await install(basic('a') + cloze('b', [1, 2]))).toMatchObject({ outcome: 'created', cards: 3 })
    const first = await look()
    expect(first.deck).toMatchObject({
      slug: 'gates',
      visibility: 'PUBLIC',
      ownerId: null,
      locales: ['zh', 'en'],
    })
    expect(await install(basic('a') + cloze('b', [1, 2]), NOW + 1)).toMatchObject({
      outcome: 'unchanged',
      cards: 3,
    })
    expect(await look()).toEqual(first)
  })

  it('corrects, reorders, retires and brings back, every card keeping its id', async () => {
    await install(basic('a') + cloze('b', [1, 2]) + basic('c'))
    const first = await look()

    expect(await install(basic('c') + basic('a', 'q', 'better') + cloze('b', [2, 3]))).toMatchObject({
      outcome: 'updated',
    })
    const second = await look()
    expect(second.order).toEqual(['c', 'a', 'b'])
    expect(second.notes.map((note) => note.revision)).toEqual([1, 2, 2])
    expect(second.notes[1].published?.cards[0].sides.en?.back).toBe('<p>better</p>')
    for (const [name, card] of first.cards) expect(second.cards.get(name)?.id).toBe(card.id)
    expect(second.cards.get('b/0')?.retiredAt).toBe(NOW)
    expect(second.cards.get('b/2')?.retiredAt).toBeNull()

    await install(cloze('b', [1, 2]))
    const third = await look()
    expect(third.order).toEqual(['b'])
    expect(third.cards.get('a/0')?.retiredAt).toBe(NOW)

    await install(basic('a') + cloze('b', [1, 2]) + basic('c'))
    const fourth = await look()
    expect(fourth.order).toEqual(['a', 'b', 'c'])
    for (const [name, card] of first.cards) expect(fourth.cards.get(name)).toEqual(card)
    const note = fourth.notes[0]
    const revisions = await house.store.noteRevisions.listByNote(note.id)
    expect(revisions.map((each) => each.revision)).toEqual([3, 2, 1])
    expect(revisions[0].content).toEqual(note.published)
  })

  it('can be begun by several servers at once', async () => {
    writeFileSync(path.join(folder, 'gates.md'), head + basic('a'))
    await Promise.all([1, 2, 3, 4].map(() => installHouseDecks(house.store, folder, NOW)))
    const { cards, deck } = await look()
    expect(cards.size).toBe(1)
    expect(deck.version).toBe(1)
  })

  it('names the file and the line of every mistake', async () => {
    await expect(
      install(basic('a') + '## b\n### zh\n$\\nosuch$\n---\n![](media:none.png)\n'),
    ).rejects.toThrow(/gates\.md:16: note “b”.*\\nosuch(.|\n)*gates\.md:18: note “b”.*none\.png/)
  })
})
