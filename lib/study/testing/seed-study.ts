import { randomBytes } from 'node:crypto'
import type { SignedIn } from '@/lib/core/access/actor'
import type { NoteContent } from '@/lib/core/content/content'
import { uuidV7 } from '@/lib/core/ids'
import type { Grade } from '@/lib/core/memory/study-event'
import { DEFAULT_LIMITS, DEFAULT_SETTINGS } from '@/lib/core/schedule/default-settings'
import type { StudyCalendar } from '@/lib/core/schedule/scheduler-settings'
import type { ClientEvent } from '@/lib/core/study/event-batch'
import type { Store } from '@/lib/store/store'

export const NOON = Date.UTC(2026, 10, 23, 12)
export const BERLIN: StudyCalendar = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }

export const testId = (at = NOON): string => uuidV7(at, randomBytes(16))

export type TestLearner = { id: string; actor: SignedIn; presetId: string; revisionId: string }

export async function seedLearner(store: Store, isGuest = false): Promise<TestLearner> {
  const [id, presetId, revisionId] = [testId(), testId(), testId()]
  await store.users.create({
    id,
    name: 'Anna',
    role: 'LEARNER',
    guest: isGuest,
    locale: 'en',
    timeZone: BERLIN.timeZone,
    createdAt: NOON,
  })
  await store.schedulerRevisions.create({
    userId: id,
    id: revisionId,
    settings: DEFAULT_SETTINGS,
    createdAt: NOON,
  })
  await store.presets.create({ ...DEFAULT_LIMITS, id: presetId, userId: id, name: 'Default', revisionId })
  const actor: SignedIn = {
    kind: 'user',
    userId: id,
    role: 'LEARNER',
    guest: isGuest,
    via: { sessionId: 's' },
  }
  return { id, actor, presetId, revisionId }
}

export type TestDeck = { id: string; cardIds: string[]; noteIds: string[] }

/** A house deck of basic notes, unless the visibility or the owner say that it is somebody's own. */
export async function seedDeck(
  store: Store,
  cardCount: number,
  visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC',
  ownerId: string | null = null,
): Promise<TestDeck> {
  const id = testId()
  await store.decks.create({
    id,
    slug: id,
    ownerId,
    key: visibility === 'PUBLIC' && ownerId === null ? id : null,
    sourceHash: null,
    title: { en: 'Gates' },
    description: { en: '' },
    locales: ['en'],
    visibility,
    version: 1,
    position: 0,
    createdAt: NOON,
    updatedAt: NOON,
  })
  const [cardIds, noteIds]: string[][] = [[], []]
  for (let position = 0; position < cardCount; position++) {
    const [noteId, cardId] = [testId(NOON + position), testId(NOON + position)]
    await store.notes.create({
      id: noteId,
      deckId: id,
      key: `n${position}`,
      kind: 'BASIC',
      tags: [],
      position,
      draft: null,
      published: basicNote(`What is $h_${position}$?`),
      revision: 1,
    })
    await store.cards.create({ id: cardId, noteId, ord: 0, retiredAt: null, askAgainAt: null })
    noteIds.push(noteId)
    cardIds.push(cardId)
  }
  return { id, cardIds, noteIds }
}

function basicNote(front: string): NoteContent {
  return {
    kind: 'BASIC',
    tags: [],
    fields: { en: { front, back: 'A state.' } },
    cards: [{ ord: 0, sides: { en: { front: `<p>${front}</p>`, back: '<p>A state.</p>' } } }],
  }
}

export async function enrol(store: Store, learner: TestLearner, deck: TestDeck): Promise<void> {
  await store.enrolments.create({
    userId: learner.id,
    deckId: deck.id,
    presetId: learner.presetId,
    createdAt: NOON,
  })
}

export function testAnswer(
  learner: TestLearner,
  cardId: string,
  change: Partial<ClientEvent> = {},
): ClientEvent {
  const answeredAt = change.answeredAt ?? NOON
  return {
    id: testId(answeredAt),
    cardId,
    kind: 'ANSWER',
    after: null,
    answeredAt,
    schedulerRevisionId: learner.revisionId,
    grade: 3 satisfies Grade,
    ...change,
  }
}
