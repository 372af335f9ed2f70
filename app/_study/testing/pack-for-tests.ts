import { DEFAULT_SETTINGS } from '@/lib/core/schedule/default-settings'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import type { PackCard, StudyPack } from '@/lib/core/study/study-pack'

export function packForTests(cardCount: number, servedAt: number, part: Partial<StudyPack> = {}): StudyPack {
  const learner = {
    id: 'learner-1',
    locale: 'en' as const,
    guest: true,
    swipes: true,
    timeZone: 'Europe/Berlin',
    dayStartsAtHour: 4,
  }
  return {
    learner,
    servedAt,
    studyDay: studyDayAt(servedAt, learner),
    decks: [{ id: 'deck-1', slug: 'rnn', title: { en: 'RNN' }, presetId: 'preset-1' }],
    presets: [
      {
        id: 'preset-1',
        newPerDay: 20,
        reviewsPerDay: 200,
        reviewOrder: 'retrievability',
        leechThreshold: 8,
        burySiblings: true,
        revisionId: 'revision-1',
      },
    ],
    revisions: { 'revision-1': DEFAULT_SETTINGS },
    cards: Array.from({ length: cardCount }, (_, index) => cardForTests(index)),
    logs: {},
    streakDays: 0,
    ...part,
  }
}

export function cardForTests(index: number): PackCard {
  const name = String(index).padStart(2, '0')
  return {
    id: `card-${name}`,
    noteId: `note-${name}`,
    deckId: 'deck-1',
    kind: 'BASIC',
    ord: 0,
    position: index,
    noteRevision: 1,
    tags: [],
    sides: { en: { front: `<p>Question ${name}</p>`, back: `<p>Answer ${name}</p>` } },
    media: [],
    askAgainAt: null,
  }
}
