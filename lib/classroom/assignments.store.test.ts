import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Learner } from '@/lib/core/access/learner'
import { examWindows } from '@/lib/core/queue/exam'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { StudyPack } from '@/lib/core/study/study-pack'
import { getDeck } from '@/lib/authoring/get-deck'
import { importDeck } from '@/lib/authoring/import-deck'
import { leave } from '@/lib/authoring/leave'
import { listDecks } from '@/lib/authoring/list-decks'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { listDeckCounts } from '@/lib/study/list-deck-counts'
import { makeStudyPack } from '@/lib/study/make-study-pack'
import { recordEvents } from '@/lib/study/record-events'
import { testId } from '@/lib/study/testing/seed-study'
import { changeAssignment, removeAssignment } from './change-assignment'
import { changeClass } from './change-class'
import { listGivable } from './list-givable'
import { makeAssignment, type NewAssignment } from './make-assignment'
import { removeMember } from './remove-member'
import { newActor, newClass } from './testing/class-house'

const NOW = Date.UTC(2026, 10, 23, 12)
const DAY = 86_400_000
const CALENDAR = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }

const NOTES = Array.from({ length: 12 }, (_, n) => `## n${n}\n### en\nq${n}\n---\nr\n`).join('')

describe.each(databaseKinds)('what a class is asked, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let teacher: SignedIn
  let learner: SignedIn
  let room: Awaited<ReturnType<typeof newClass>>
  let slug: string
  let deckId: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    teacher = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    learner = await newActor(store, NOW)
    room = await newClass(store, teacher, NOW)
    await room.join(learner)
    const text = `---\ndeck: gates\ntitle: { en: Gates }\n---\n${NOTES}`
    const brought = await importDeck(store, teacher, { text, images: [], locale: 'en' }, NOW)
    if (!brought.ok) throw new Error(JSON.stringify(brought))
    slug = brought.value.slug
    deckId = (await store.decks.findBySlug(slug))?.id ?? ''
  })

  const dates = { startsAt: null, dueAt: null }
  const give = (given: NewAssignment, who = teacher) =>
    makeAssignment(store, who, { id: room.id, given }, NOW)
  const giveDeck = async (more: Partial<{ startsAt: number; dueAt: number; examAt: number }> = {}) => {
    const made = await give({ deck: slug, examAt: null, ...dates, ...more })
    if (!made.ok) throw new Error(JSON.stringify(made))
    return made.value.id
  }
  const asLearner = (who: SignedIn): Learner => ({
    id: who.userId,
    name: 'Ada',
    email: null,
    role: 'LEARNER',
    guest: false,
    locale: 'en',
    theme: 'system',
    swipes: true,
    ...CALENDAR,
  })
  const packOf = async (who: SignedIn, now = NOW): Promise<StudyPack> => {
    const made = await makeStudyPack(store, who, { learner: asLearner(who) }, now)
    if (!made.ok) throw new Error(made.code)
    return made.value
  }

  it('opens a private deck to who is in the class, and puts it before them', async () => {
    expect(await getDeck(store, learner, { slug })).toMatchObject({ code: 'not-found' })
    await giveDeck()
    expect(await getDeck(store, learner, { slug })).toMatchObject({ ok: true })
    expect((await packOf(learner)).tasks).toMatchObject([{ kind: 'deck', cards: 12, met: 0 }])
    expect((await packOf(learner)).cards.filter((card) => card.deckId === deckId)).toHaveLength(12)
    const late = await newActor(store, NOW)
    await room.join(late)
    expect((await packOf(late)).decks.map(({ id }) => id)).toContain(deckId)
    expect(await getDeck(store, await newActor(store, NOW), { slug })).toMatchObject({ code: 'not-found' })
  })

  it('leaves what begins later for later, though it may be read', async () => {
    await giveDeck({ startsAt: NOW + DAY })
    expect((await packOf(learner)).decks.map(({ id }) => id)).not.toContain(deckId)
    const listed = await listDecks(store, learner)
    expect(listed.ok && listed.value.decks.some((deck) => deck.slug === slug)).toBe(true)
  })

  it('is not brought back to who stopped studying it', async () => {
    const id = await giveDeck()
    await leave(store, learner, { slug })
    await changeAssignment(
      store,
      teacher,
      { id: room.id, assignmentId: id, change: { dueAt: NOW + DAY } },
      NOW,
    )
    expect((await packOf(learner)).decks.map((deck) => deck.id)).not.toContain(deckId)
  })

  it('cannot be a deck that is somebody else’s, even one that the instructor may read', async () => {
    const other = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    const elsewhere = await newClass(store, other, NOW)
    await elsewhere.join(teacher)
    const text = `---\ndeck: theirs\ntitle: { en: Theirs }\n---\n${NOTES}`
    const brought = await importDeck(store, other, { text, images: [], locale: 'en' }, NOW)
    if (!brought.ok) throw new Error(brought.code)
    const theirs = { ...dates, deck: brought.value.slug, examAt: null }
    expect(await give(theirs)).toMatchObject({ code: 'not-found' })
    await makeAssignment(store, other, { id: elsewhere.id, given: theirs }, NOW)
    expect(await give(theirs)).toMatchObject({ code: 'forbidden' })
    const givable = await listGivable(store, teacher, room)
    expect(givable.ok && givable.value.decks.map((deck) => deck.slug)).toEqual([slug])
  })

  it('ends with the instructor’s own right to the deck, but not for who studies it', async () => {
    await giveDeck()
    const heir = await newActor(store, NOW)
    await store.decks.handOver(deckId, teacher.userId, heir.userId, NOW)
    const late = await newActor(store, NOW)
    await room.join(late)
    expect(await getDeck(store, late, { slug })).toMatchObject({ code: 'not-found' })
    expect(await getDeck(store, learner, { slug })).toMatchObject({ ok: true })
  })

  it('goes with who is removed', async () => {
    await giveDeck()
    await removeMember(store, teacher, { id: room.id, memberId: learner.userId }, NOW)
    expect(await getDeck(store, learner, { slug })).toMatchObject({ code: 'not-found' })
    expect((await packOf(learner)).tasks).toEqual([])
  })

  it.each([
    [{ startsAt: NOW + DAY, dueAt: NOW }, 'due-before-start'],
    [{ startsAt: NOW + DAY, examAt: NOW }, 'exam-before-start'],
  ])('has dates in order: %j', async (wrong, reason) => {
    const made = await give({ deck: slug, examAt: null, ...dates, ...wrong })
    expect(made).toMatchObject({ code: 'invalid', detail: { reason } })
  })

  it('brings every card that was learned up once more before an exam, also without a network', async () => {
    const id = await giveDeck()
    const { cards, presets } = await packOf(learner)
    const own = cards.filter((card) => card.deckId === deckId)
    const events = own.map(({ id: cardId }) => ({
      id: testId(NOW),
      cardId,
      kind: 'ANSWER' as const,
      after: null,
      answeredAt: NOW,
      schedulerRevisionId: presets[0].revisionId,
      grade: 4 as const, // easy: due in more than a week
    }))
    const batch = { learner: learner.userId, sentAt: NOW, events }
    await recordEvents(store, learner, { batch, calendar: CALENDAR }, NOW)
    const memories = await store.memories.listByUser(learner.userId)

    const later = NOW + DAY
    const exam = later + 3 * DAY
    const counted = async (now: number) => {
      const counts = await listDeckCounts(store, learner, { calendar: CALENDAR }, now)
      return counts.ok ? counts.value.find((deck) => deck.deckId === deckId)?.review : null
    }
    expect(await counted(later)).toBe(0)
    const change = { examAt: exam + 5 * DAY }
    await changeAssignment(store, teacher, { id: room.id, assignmentId: id, change }, later)
    const windows = examWindows([{ deckId, examAt: exam + 5 * DAY }], later, CALENDAR).get(deckId) ?? []
    expect(windows[0].firstDay).toBe(studyDayAt(later, CALENDAR) + 1)
    expect(await counted(later)).toBe(0)
    expect(await counted(exam + 4 * DAY)).toBe(12)
    const held = (await packOf(learner, exam + 2 * DAY)).cards.filter((card) => card.deckId === deckId)
    expect(held).toHaveLength(12)
    expect(await store.memories.listByUser(learner.userId)).toEqual(memories)

    await removeAssignment(store, teacher, { id: room.id, assignmentId: id }, later)
    expect(await counted(later + 4 * DAY)).toBe(0)
  })

  it('asks nothing once the class is archived', async () => {
    await giveDeck()
    await changeClass(store, teacher, { id: room.id, isArchived: true }, NOW)
    expect((await packOf(learner)).tasks).toEqual([])
    expect(await give({ deck: slug, examAt: null, ...dates })).toMatchObject({ code: 'conflict' })
  })
})
