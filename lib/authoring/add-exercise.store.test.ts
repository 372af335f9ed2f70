import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Learner } from '@/lib/core/access/learner'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { makeStudyPack } from '@/lib/study/make-study-pack'
import { BERLIN, NOON, seedLearner, type TestLearner } from '@/lib/study/testing/seed-study'
import { addExercise, type AddedExercise, type ExerciseWish } from './add-exercise'
import { getDeck } from './get-deck'
import { importDeck } from './import-deck'
import { listOwnDecks } from './list-own-decks'
import { takeBackExercise } from './take-back-exercise'

const WISH: ExerciseWish = { exercise: 'lstm-C', rung: 2, form: 'hard', deck: null }
const FILE = '---\ndeck: gates\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\nr\n'

describe.each(databaseKinds)('an exercise put into one’s own deck on %s', (kind) => {
  let house: TestStore
  let store: Store
  let anna: TestLearner

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    anna = await seedLearner(store)
  })

  const add = async (wish: Partial<ExerciseWish> = {}, who = anna): Promise<AddedExercise> => {
    const added = await addExercise(store, who.actor, { ...WISH, ...wish }, NOON)
    if (!added.ok) throw new Error(JSON.stringify(added))
    return added.value
  }
  const due = async () => {
    const learner: Learner = {
      ...BERLIN,
      id: anna.id,
      name: 'Anna',
      email: null,
      role: 'LEARNER',
      guest: false,
      locale: 'en',
      theme: 'system',
      swipes: true,
    }
    const pack = await makeStudyPack(store, anna.actor, { learner }, NOON)
    if (!pack.ok) throw new Error(pack.code)
    return pack.value.cards
  }

  it('makes a deck for it, and is due at once', async () => {
    const added = await add()
    expect(added).toMatchObject({ outcome: 'added', isNewDeck: true, isNewEnrolment: true })
    const [card, ...others] = await due()
    expect(others).toEqual([])
    expect(card).toMatchObject({
      kind: 'EXERCISE',
      exercise: { id: 'lstm-C', parameters: { rung: 2, form: 'hard' } },
    })
    expect(Object.keys(card.formulas ?? {}).length).toBeGreaterThan(0)
    expect(await listOwnDecks(store, anna.actor)).toMatchObject([{ slug: added.slug }])
  })

  it('is asked once by a deck, but at another rung it is another card', async () => {
    const { slug } = await add()
    expect(await add({ deck: slug })).toMatchObject({ outcome: 'already', isNewEnrolment: false })
    expect(await add({ deck: slug, rung: 1 })).toMatchObject({ outcome: 'added', key: 'lstm-C-1-hard' })
    expect(await due()).toHaveLength(2)
  })

  it('joins a deck that is there, whose other notes stay as they are', async () => {
    const brought = await importDeck(store, anna.actor, { text: FILE, images: [], locale: 'en' }, NOON)
    if (!brought.ok) throw new Error(brought.code)
    const { slug } = brought.value
    const added = await add({ deck: slug })
    expect(added).toMatchObject({ outcome: 'added', isNewDeck: false, isNewEnrolment: true })
    const deck = await getDeck(store, anna.actor, { slug })
    if (!deck.ok) throw new Error(deck.code)
    expect(deck.value.notes.map(({ key, kind }) => [key, kind])).toEqual([
      ['a', 'BASIC'],
      ['lstm-C-2-hard', 'EXERCISE'],
    ])
    expect(deck.value.notes[1].cards[0].sides.en?.front).toContain('LSTM: the cell state')
    expect(await due()).toHaveLength(2)

    expect(await takeBackExercise(store, anna.actor, added, NOON)).toMatchObject({ ok: true })
    const after = await getDeck(store, anna.actor, { slug })
    expect(after).toMatchObject({ value: { deck: { cardCount: 1, isEnrolled: false } } })
  })

  it('is undone with the deck that was made for it, and comes back as the same card', async () => {
    const first = await add()
    const second = await add({ deck: first.slug, exercise: 'gru-h' })
    const ids = (await due()).map(({ id }) => id)
    expect(await takeBackExercise(store, anna.actor, second, NOON)).toMatchObject({ ok: true })
    expect(await due()).toHaveLength(1)
    await add({ deck: first.slug, exercise: 'gru-h' })
    expect((await due()).map(({ id }) => id).sort()).toEqual(ids.sort())

    await takeBackExercise(store, anna.actor, { ...second, isNewDeck: true }, NOON)
    await takeBackExercise(store, anna.actor, first, NOON)
    expect(await due()).toEqual([])
    expect(await listOwnDecks(store, anna.actor)).toEqual([])
  })

  it('is for accounts, for exercises that there are, and for decks that one may edit', async () => {
    const guest = await seedLearner(store, true)
    expect(await addExercise(store, guest.actor, WISH, NOON)).toMatchObject({
      code: 'forbidden',
      detail: { reason: 'account-required' },
    })
    expect(await addExercise(store, anna.actor, { ...WISH, rung: 9 }, NOON)).toMatchObject({
      code: 'not-found',
    })
    const ben = await seedLearner(store)
    const { slug } = await add({}, ben)
    expect(await addExercise(store, anna.actor, { ...WISH, deck: slug }, NOON)).toMatchObject({
      code: 'not-found',
    })
    expect(await takeBackExercise(store, anna.actor, { ...(await add()), slug }, NOON)).toMatchObject({
      code: 'not-found',
    })
  })
})
