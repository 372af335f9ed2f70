import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TINY_GIF, TINY_PNG } from '@/lib/exchange/image/testing/tiny-images'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, NOON, seedLearner, testAnswer } from '@/lib/study/testing/seed-study'
import { changeDeck } from './change-deck'
import { collectImages } from './collect-images'
import { enrol } from './enrol'
import { forgetAbandonedDecks } from './forget-abandoned-decks'
import { importDeck } from './import-deck'
import { leave } from './leave'
import { withdrawDeck } from './withdraw-deck'

const DAY = 24 * 60 * 60_000

describe.each(databaseKinds)('decks that nobody can read any more on %s', (kind) => {
  let house: TestStore
  let store: Store
  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())

  async function withdrawn(key: string, bytes: Uint8Array<ArrayBuffer>) {
    const [anna, ben] = [await seedLearner(store), await seedLearner(store)]
    const text = `---\ndeck: ${key}\ntitle: { en: Gates }\n---\n## a\n### en\nq\n---\n![a cell](media:cell.png)\n`
    const made = await importDeck(
      store,
      anna.actor,
      { text, images: [{ name: 'cell.png', bytes }], locale: 'en' },
      NOON,
    )
    if (!made.ok) throw new Error(JSON.stringify(made))
    const { slug } = made.value
    await changeDeck(store, anna.actor, { slug, visibility: 'PUBLIC' }, NOON)
    await enrol(store, ben.actor, { slug }, NOON)
    const id = (await store.decks.findBySlug(slug))?.id ?? ''
    const [card] = await store.cards.listByDeck(id)
    const [sha256] = await store.deckMedia.listByDeck(id)
    const withdraw = () => withdrawDeck(store, anna.actor, { slug }, NOON)
    return { slug, id, ben, cardId: card.id, sha256, withdraw }
  }

  const toldOf = async (id: string) =>
    (await store.auditEvents.listLatest(50)).filter(({ subject }) => subject === `deck:${id}`)

  it('go with all they hold, once the last learner has left', async () => {
    const deck = await withdrawn('unstudied', TINY_PNG)
    expect(await forgetAbandonedDecks(store, NOON)).toEqual({ decks: 0, links: 0 })
    await deck.withdraw()
    expect(await forgetAbandonedDecks(store, NOON)).toEqual({ decks: 0, links: 0 })
    await leave(store, deck.ben.actor, { slug: deck.slug })
    await collectImages(store, NOON + 2 * DAY)
    expect(await store.decks.find(deck.id)).toBeNull()
    expect(await store.cards.find(deck.cardId)).toBeNull()
    expect(await store.media.find(deck.sha256)).toBeNull()
    expect((await toldOf(deck.id))[0]).toMatchObject({ verb: 'deck-deleted', actorId: null, personId: null })
  })

  it('keep the cards that a log names, and let go of their images', async () => {
    const deck = await withdrawn('studied', TINY_GIF)
    const event = testAnswer(deck.ben, deck.cardId)
    const batch = { learner: deck.ben.id, sentAt: NOON, events: [event] }
    const reply = await recordEvents(store, deck.ben.actor, { batch, calendar: BERLIN }, NOON)
    expect(reply).toMatchObject({ value: { receipts: [{ status: 'stored' }] } })
    await deck.withdraw()
    await leave(store, deck.ben.actor, { slug: deck.slug })
    await collectImages(store, NOON + 2 * DAY)
    expect(await store.cards.find(deck.cardId)).not.toBeNull()
    expect((await store.studyEvents.listByUser(deck.ben.id)).map(({ id }) => id)).toEqual([event.id])
    expect(await store.media.find(deck.sha256)).toBeNull()
    expect((await toldOf(deck.id)).map(({ verb }) => verb)).not.toContain('deck-deleted')
  })
})
