import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BASIC_TYPE, buildApkg, type BuiltNote } from '@/lib/exchange/testing/build-apkg'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import type { TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from '@/lib/study/check-memories'
import { BERLIN, seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { getDeck } from '../get-deck'
import { applyImport } from './apply-import'
import { beginToApply, dropImport } from './change-import'
import type { ImportView } from './get-import'
import { recoverImports } from './recover-imports'
import { importsSettled } from './running-imports'
import { dyingStore, Killed } from './testing/dying-store'
import { importer, openImportHouse } from './testing/import-house'
import { undoImport } from './undo-import'

const NOW = Date.UTC(2026, 10, 27, 12)
const DAY = 86_400_000
const HOUR = 3_600_000
const DECK = 1_700_000_000_001

/** `n`: no two answers are of the same moment. */
const remembered = (n: number) => ({
  ord: 0,
  deckId: DECK,
  type: 2,
  queue: 2,
  due: 337,
  interval: 27,
  reps: 5,
  lapses: 1,
  flags: 1,
  data: '{"s":31.5,"d":6.25}',
  reviews: [{ at: NOW - 20 * DAY + n, ease: 3 }],
})

const note = (
  id: number,
  back: string,
  card: BuiltNote['cards'][0] = { ord: 0, deckId: DECK },
): BuiltNote => ({
  id,
  guid: `guid-${id}`,
  typeId: BASIC_TYPE.id,
  fields: [`q${id}`, back],
  cards: [card],
})

const file = (notes: BuiltNote[]) =>
  buildApkg({ types: [BASIC_TYPE], decks: [{ id: DECK, name: 'RNN' }], notes }, 'anki21')

const AGAIN = [note(1, 'a1', remembered(1)), note(2, 'better', remembered(2)), note(3, 'a3', remembered(3))]
const BEFORE = ['<p>a1</p>', '<p>a2</p>']
const AFTER = ['<p>a1</p>', '<p>better</p>', '<p>a3</p>']

/** The call of this name that is the nth. */
function nth(name: string, n: number): (call: string) => boolean {
  let count = 0
  return (call) => call === name && ++count === n
}

/** How long after the server's death another one looks. */
const later = () => Date.now() + 10 * 60_000

describe.each(databaseKinds)('an import whose server is killed, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner
  let slug: string

  beforeAll(async () => {
    house = await openImportHouse(kind)
    store = house.store
  })
  afterAll(() => house.remove())

  /** One note that is there as it is in the file, one that differs, and one that is new; all with memories. */
  let preview: ImportView
  beforeEach(async () => {
    anna = await seedLearner(store)
    const { read, apply, choose } = importer(store, anna, NOW)
    const first = await apply(await read(file([note(1, 'a1'), note(2, 'a2')])))
    slug = first.options?.decks[0].slug ?? ''
    preview = await choose(await read(file(AGAIN)), { scheduling: true })
    expect(preview.summary?.counts).toEqual({ UNCHANGED: 1, UPDATED: 1, NEW: 1 })
  })

  const notesNow = async () => {
    const found = await getDeck(store, anna.actor, { slug })
    return found.ok ? found.value.notes : []
  }
  const wordsNow = async () => (await notesNow()).map(({ cards }) => cards[0].sides.en?.back)
  const repsNow = async () => {
    const cards = (await notesNow()).flatMap((each) => each.cards)
    const memories = await Promise.all(cards.map(({ id }) => store.memories.find(anna.id, id)))
    return memories.map((memory) => memory?.reps ?? 0)
  }
  const statusNow = async () => (await store.importJobs.find(anna.id, preview.id))?.status
  const undo = (over = store) => undoImport(over, anna.actor, { id: preview.id }, NOW)

  async function applyUntil(isLast: (call: string) => boolean): Promise<void> {
    const dying = dyingStore(store, isLast)
    await beginToApply(dying, anna.actor, { id: preview.id, calendar: BERLIN }, NOW)
    await importsSettled()
  }

  it('before it was shown is taken back with the memories that it brought, and can be done again', async () => {
    await applyUntil(nth('importJobs.change', 2))
    expect([await statusNow(), await repsNow()]).toEqual(['APPLYING', [5, 5]])

    // The server that takes it back is killed as well, half-way.
    await expect(recoverImports(dyingStore(store, nth('study.record', 2)), later())).rejects.toThrow(Killed)
    await expect.poll(async () => (await repsNow()).sort()).toEqual([0, 5])
    expect(await statusNow()).toBe('APPLYING')
    expect(await recoverImports(store, later() + HOUR)).toBe(1)
    expect([await statusNow(), await wordsNow(), await repsNow()]).toEqual(['FAILED', BEFORE, [0, 0]])
    expect(await checkMemories(store)).toMatchObject({ differences: [] })
    expect(await recoverImports(store, later() + 2 * HOUR)).toBe(0)

    const { read, apply, choose } = importer(store, anna, NOW)
    await apply(await choose(await read(file(AGAIN)), { scheduling: true }))
    expect([await wordsNow(), await repsNow()]).toEqual([AFTER, [5, 5, 5]])
  })

  it('is taken back where its owner looks, too, and not while it is heard of', async () => {
    await applyUntil(nth('notes.listHeads', 1))
    expect(await recoverImports(store, Date.now())).toBe(0)
    const { view } = importer(store, anna, later())
    expect((await view(preview.id)).problem).toMatchObject({ code: 'interrupted' })
    expect([await wordsNow(), await repsNow()]).toEqual([BEFORE, [0, 0]])
  })

  it('but lives elsewhere finds that it was taken back, and leaves nothing', async () => {
    await store.importJobs.change(anna.id, preview.id, ['READY'], { status: 'APPLYING' }, NOW)
    const job = await store.importJobs.find(anna.id, preview.id)
    if (!job) throw new Error('it is there')
    const slow: Store = {
      ...store,
      notes: {
        ...store.notes,
        listHeads: async (deckId) => {
          await recoverImports(store, later())
          return store.notes.listHeads(deckId)
        },
      },
    }
    await applyImport(slow, anna.actor, job, BERLIN, NOW, () => undefined)
    expect([await statusNow(), await wordsNow(), await repsNow()]).toEqual(['FAILED', BEFORE, [0, 0]])
  })

  it('after it was shown stands, and an undo knows what was changed since', async () => {
    await applyUntil(nth('importItems.settle', 1))
    expect([await statusNow(), await wordsNow(), await repsNow()]).toEqual(['APPLIED', AFTER, [5, 5, 5]])
    const deck = await store.decks.findBySlug(slug)
    const [, , third] = await store.notes.listByDeck(deck?.id ?? '')
    await store.notes.update(third.id, { revision: 2 })

    expect(await recoverImports(store, later())).toBe(1)
    expect(await recoverImports(store, later())).toBe(0)
    expect(await undo()).toMatchObject({ value: { kept: 1 } })
    expect([await wordsNow(), await repsNow()]).toEqual([
      [...BEFORE, '<p>a3</p>'],
      [0, 0, 0],
    ])
  })

  it('after it was shown can be undone before another server has looked', async () => {
    await applyUntil(nth('importItems.settle', 1))
    expect(await undo()).toMatchObject({ value: { kept: 0 } })
    expect([await wordsNow(), await repsNow()]).toEqual([BEFORE, [0, 0]])
    expect(await recoverImports(store, later())).toBe(0)
    expect(await statusNow()).toBe('UNDONE')
  })

  it('stands although what comes after it was shown fails', async () => {
    const settle = () => Promise.reject(new Error('the disk is full'))
    const failing: Store = { ...store, importItems: { ...store.importItems, settle } }
    await beginToApply(failing, anna.actor, { id: preview.id, calendar: BERLIN }, NOW)
    await importsSettled()
    expect([await statusNow(), await wordsNow(), await repsNow()]).toEqual(['APPLIED', AFTER, [5, 5, 5]])
    expect(await recoverImports(store, later())).toBe(1)
  })

  describe('while it is undone', () => {
    beforeEach(async () => {
      await importer(store, anna, NOW).apply(preview)
      expect([await statusNow(), await repsNow()]).toEqual(['APPLIED', [5, 5, 5]])
    })

    it('stands, or is undone whole by the next server', async () => {
      await expect(undo(dyingStore(store, nth('transaction', 1)))).rejects.toThrow(Killed)
      expect([await statusNow(), await wordsNow(), await repsNow()]).toEqual(['APPLIED', AFTER, [5, 5, 5]])

      await expect(undo(dyingStore(store, nth('study.record', 2)))).rejects.toThrow(Killed)
      expect([await statusNow(), await wordsNow()]).toEqual(['UNDONE', BEFORE])
      expect((await repsNow()).sort()).toContain(5)
      expect(await recoverImports(store, later())).toBe(1)
      expect(await repsNow()).toEqual([0, 0])
      expect(await checkMemories(store)).toMatchObject({ differences: [] })
      expect(await recoverImports(store, later())).toBe(0)
    })

    it('can be undone again to its end, and no further', async () => {
      await expect(undo(dyingStore(store, nth('importItems.listPart', 1)))).rejects.toThrow(Killed)
      expect(await repsNow()).toEqual([5, 5])
      expect(await undo()).toMatchObject({ value: { kept: 0 } })
      expect(await repsNow()).toEqual([0, 0])
      expect(await undo()).toMatchObject({ code: 'conflict' })
    })

    it('is not forgotten before that', async () => {
      await expect(undo(dyingStore(store, nth('importItems.listPart', 1)))).rejects.toThrow(Killed)
      expect(await dropImport(store, anna.actor, { id: preview.id }, NOW)).toMatchObject({ ok: true })
      expect(await repsNow()).toEqual([0, 0])
    })
  })
})
