import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import type { TestStore } from '@/lib/store/testing/open-test-store'
import { seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { BASIC_TYPE, buildApkg, type BuiltNote } from '@/lib/exchange/testing/build-apkg'
import { importer, openImportHouse } from './testing/import-house'
import type { ImportView } from './get-import'
import { undoImport } from './undo-import'

const NOW = Date.UTC(2026, 10, 27, 12)
const ONE = 1_700_000_000_001

const note = (id: number, deckId: number): BuiltNote => ({
  id,
  guid: `guid-${id}`,
  typeId: BASIC_TYPE.id,
  fields: [`q${id}`, `a${id}`],
  cards: [{ ord: 0, deckId }],
})

const file = (notes: BuiltNote[]) =>
  buildApkg(
    {
      types: [BASIC_TYPE],
      decks: [
        { id: ONE, name: 'One' },
        { id: ONE + 1, name: 'Two' },
      ],
      notes,
    },
    'anki21',
  )

describe.each(databaseKinds)('an import into decks that are not the importer’s alone, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let ben: TestLearner
  let first: ImportView

  beforeAll(async () => {
    house = await openImportHouse(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    ;[anna, ben] = [await seedLearner(store), await seedLearner(store)]
    const { read, apply } = importer(store, anna, NOW)
    first = await apply(await read(file([note(1, ONE), note(2, ONE), note(3, ONE + 1), note(4, ONE + 1)])))
  })

  const slugOf = (group: string) => first.options?.decks.find((deck) => deck.group === group)?.slug ?? ''
  const deckOf = async (group: string) => {
    const deck = await store.decks.findBySlug(slugOf(group))
    if (!deck) throw new Error('it is there')
    return deck
  }
  const keysOf = async (group: string) =>
    (await store.notes.listByDeck((await deckOf(group)).id)).map(({ key }) => key)

  /** The deck is Ben’s from now on, and Anna has no part in it. */
  const giveAway = async (group: string) =>
    store.decks.handOver((await deckOf(group)).id, anna.id, ben.id, NOW)

  it('undone brings back what it removed where its importer may still edit, and nowhere else', async () => {
    const { read, apply, choose } = importer(store, anna, NOW)
    const less = await choose(await read(file([note(1, ONE), note(3, ONE + 1)])), { remove: true })
    expect(less.summary?.removed).toBe(2)
    expect((await apply(less)).status).toBe('APPLIED')
    expect([await keysOf('One'), await keysOf('Two')]).toEqual([['anki.guid-1'], ['anki.guid-3']])
    await giveAway('Two')

    expect((await undoImport(store, anna.actor, { id: less.id }, NOW)).ok).toBe(true)
    expect([await keysOf('One'), await keysOf('Two')]).toEqual([
      ['anki.guid-1', 'anki.guid-2'],
      ['anki.guid-3'],
    ])
  })

  it('is written nowhere when its importer may not edit one of them any more', async () => {
    const { read, apply } = importer(store, anna, NOW)
    const more = await read(file([note(5, ONE), note(6, ONE + 1)]))
    await giveAway('Two')
    expect(await apply(more)).toMatchObject({ status: 'FAILED', problem: { code: 'deck-changed' } })
    expect([(await keysOf('One')).length, (await keysOf('Two')).length]).toEqual([2, 2])
  })
})
