import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NoteKind } from '@/lib/core/content/content'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { checkMemories } from '@/lib/study/check-memories'
import { seedLearner } from '@/lib/study/testing/seed-study'
import { seatLearner, type DeskLearner } from './testing/desk-learner'
import { openWritingDesk, words, type WritingDesk } from './testing/writing-desk'

const SEQUENCES = process.env.UNROLL_FULL ? 100 : 4
const HOUR = 60 * 60_000

type Step =
  | { do: 'add' | 'delete' | 'undelete'; note: number }
  | { do: 'edit'; note: number; kind: NoteKind; text: number }
  | { do: 'move'; note: number; after: number }
  | { do: 'publish'; askAgain: number; leaveOut: number }
  | { do: 'restore'; version: number }
  | { do: 'fetch'; learner: number }
  | { do: 'answer'; learner: number; card: number; grade: 1 | 2 | 3 | 4 }

const small = fc.nat(11)
const learner = fc.nat(1)
const kind = fc.constantFrom<NoteKind>('BASIC', 'REVERSED', 'CLOZE', 'TYPED')
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('add' as const, 'delete' as const, 'undelete' as const), note: small }),
  fc.record({ do: fc.constant('edit' as const), note: small, kind, text: fc.nat(63) }),
  fc.record({ do: fc.constant('move' as const), note: small, after: small }),
  {
    arbitrary: fc.record({ do: fc.constant('publish' as const), askAgain: small, leaveOut: small }),
    weight: 2,
  },
  fc.record({ do: fc.constant('restore' as const), version: small }),
  fc.record({ do: fc.constant('fetch' as const), learner }),
  {
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      learner,
      card: fc.nat(40),
      grade: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
    }),
    weight: 4,
  },
)

/** Words of a note of any kind: which clozes there are is drawn too, and some are unfinished. */
function fieldsOf(of: NoteKind, text: number) {
  const hidden = [1, 2, 3].filter((n) => (text >> n) & 1).map((n) => `{{c${n}::part ${n}}}`)
  const front = of === 'CLOZE' ? `Text ${text} ${hidden.join(' ')}` : `Question ${text}?`
  return { en: { front, back: `Answer ${text}`, ...(of === 'TYPED' ? { answers: [`answer ${text}`] } : {}) } }
}

describe.each(databaseKinds)('any sequence of edits, publications and restorations on %s', (databaseKind) => {
  let house: TestStore
  let store: Store
  beforeAll(async () => {
    house = await openTestStore(databaseKind)
    store = house.store
  })
  afterAll(() => house.remove())

  it(
    'loses no memory of those who study meanwhile, and orphans none',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), (steps) => run(store, steps)),
        { seed: 4, numRuns: SEQUENCES, endOnFailure: true },
      )
      const check = await checkMemories(store)
      expect(check.differences).toEqual([])
      expect(check.events).toBeGreaterThan(SEQUENCES * 5)
    },
    SEQUENCES * 30_000,
  )
})

async function run(store: Store, steps: Step[]): Promise<void> {
  const clock = { now: Date.UTC(2026, 10, 23, 12) }
  const author = await seedLearner(store)
  const desk = await openWritingDesk(store, author.actor, clock)
  for (const key of ['a', 'b', 'c', 'd', 'e']) await desk.add(key)
  await desk.publish()
  const deckId = (await store.decks.findBySlug(desk.slug))?.id ?? ''
  const learners = [await seatLearner(store, deckId, clock), await seatLearner(store, deckId, clock)]
  const known = new KnownCards(store, deckId, learners)
  await known.look()

  for (const one of steps) {
    clock.now += HOUR
    const isWritten = await take(one, desk, learners, known)
    if (isWritten) await known.look()
  }
  await known.look()
}

/** True after a publication. */
async function take(
  one: Step,
  desk: WritingDesk,
  learners: DeskLearner[],
  known: KnownCards,
): Promise<boolean> {
  const notes = await desk.list()
  const pick = <T>(list: T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
  switch (one.do) {
    case 'add':
      await desk.add(known.newKey(), { fields: words(`New ${one.note}?`) })
      return false
    case 'delete':
    case 'undelete': {
      const note = pick(notes, one.note)
      if (note) await desk.change({ do: one.do === 'delete' ? 'delete' : 'restore', ids: [note.id] })
      return false
    }
    case 'edit': {
      const note = pick(notes, one.note)
      if (note) await desk.edit(note.key, { kind: one.kind, fields: fieldsOf(one.kind, one.text) })
      return false
    }
    case 'move': {
      const [note, after] = [pick(notes, one.note), pick(notes, one.after)]
      if (note && after && note !== after) await desk.change({ do: 'move', ids: [note.id], after: after.id })
      return false
    }
    case 'publish': {
      const { notes: differences } = await desk.difference()
      const unfit = differences.filter(({ problems }) => problems.length > 0).map(({ id }) => id)
      const left = pick(differences, one.leaveOut)
      const again = pick(notes, one.askAgain)
      const leaveOut = [...new Set([...unfit, ...(left && one.leaveOut > 8 ? [left.id] : [])])]
      const before = await known.memories()
      const published = await desk.tryPublish({ leaveOut, askAgain: again ? [again.id] : [] })
      if (!published.ok) expect(published.detail).toMatchObject({ reason: 'nothing-to-publish' })
      expect(await known.memories()).toEqual(before)
      return published.ok
    }
    case 'restore': {
      const entry = pick((await desk.history()).entries, one.version)
      const before = await known.memories()
      const restored = entry && (await desk.tryRestore(entry.version))
      if (restored && !restored.ok) expect(restored.detail).toMatchObject({ reason: 'nothing-to-restore' })
      expect(await known.memories()).toEqual(before)
      return restored?.ok ?? false
    }
    case 'fetch':
      await learners[one.learner].fetchPack()
      return false
    case 'answer': {
      const who = learners[one.learner]
      if (who.held().length === 0) await who.fetchPack()
      // From what they hold, however old it is by now.
      const card = pick(who.held(), one.card)
      if (!card) return false
      const receipt = await who.answer(card, one.grade)
      expect(receipt).toMatchObject({ status: 'stored', event: { noteRevision: card.noteRevision } })
      known.answered(who.id, card.id)
      return false
    }
  }
}

/** What must stay true of a deck's cards and their learners, whatever is published. */
class KnownCards {
  private keys = 0
  private readonly idOf = new Map<string, string>()
  private readonly answers = new Map<string, number>()

  constructor(
    private readonly store: Store,
    private readonly deckId: string,
    private readonly learners: DeskLearner[],
  ) {}

  newKey = () => `new-${++this.keys}`

  answered(userId: string, cardId: string) {
    const name = `${userId} ${cardId}`
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1)
  }

  async memories() {
    const cards = (await this.store.cards.listByDeck(this.deckId)).map(({ id }) => id)
    const memories = this.learners.map(({ id }) => this.store.memories.listByCards(id, cards))
    const all = (await Promise.all(memories)).flat()
    return new Map(all.map((memory) => [`${memory.userId} ${memory.cardId}`, memory]))
  }

  async look() {
    const { store, deckId } = this
    const cards = await store.cards.listByDeck(deckId)
    // A side or a cloze of a note is the same card for ever.
    for (const { id, noteId, ord } of cards) {
      expect(this.idOf.get(`${noteId} ${ord}`) ?? id).toBe(id)
      this.idOf.set(`${noteId} ${ord}`, id)
    }
    expect(cards).toHaveLength(this.idOf.size)
    // What is asked is what is published, no more and no less.
    const notes = await store.notes.listByDeck(deckId)
    const asked = notes.flatMap(({ id, published }) =>
      (published?.cards ?? []).map(({ ord }) => `${id} ${ord}`),
    )
    const open = cards
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ noteId, ord }) => `${noteId} ${ord}`)
    expect(open.sort()).toEqual(asked.sort())
    // The current version is what is published, in its order, and every revision of it is kept.
    const deck = await store.decks.find(deckId)
    const publication = await store.deckPublications.find(deckId, deck?.version ?? -1)
    const published = notes.filter(({ revision }) => revision > 0)
    expect(publication?.manifest).toEqual(published.map(({ id, revision }) => [id, revision]))
    const faces = published.map(({ id, revision }) => ({ noteId: id, revision }))
    expect(await store.noteRevisions.listByFaces(faces)).toHaveLength(faces.length)
    // Every answer that was taken is in the log, and its card has a memory.
    for (const [name, count] of this.answers) {
      const [userId, cardId] = name.split(' ')
      expect(await store.studyEvents.listByCard(userId, cardId)).toHaveLength(count)
      expect((await store.memories.find(userId, cardId))?.reps).toBeGreaterThan(0)
    }
  }
}
