import { describe, expect, it } from 'vitest'
import type { StudyEvent } from '@/lib/core/memory/study-event'
import { EMPTY_REPLICA } from './replica'
import { listSetAside } from './set-aside'
import { createStudyReader } from './study-state'
import { packForTests } from './testing/pack-for-tests'

const NOW = Date.UTC(2026, 10, 23, 9)
const DAY = 86_400_000

let events = 0
function event(cardId: string, part: Partial<StudyEvent>, at = NOW - 1_000): StudyEvent {
  events += 1
  const { studyDay } = packForTests(0, at)
  return {
    id: `event-${String(events).padStart(3, '0')}`,
    cardId,
    kind: 'SUSPEND',
    after: null,
    answeredAt: at + events,
    studyDay,
    schedulerRevisionId: 'revision-1',
    ...part,
  }
}

function asideOf(logs: Record<string, StudyEvent[]>) {
  const pack = packForTests(5, NOW, { logs })
  return listSetAside(createStudyReader()({ ...EMPTY_REPLICA, pack }, 0, NOW))
}

describe('the cards that are set aside', () => {
  it('are those suspended, buried or flagged, in deck order, and no others', () => {
    const bury = event('card-03', { kind: 'BURY' })
    const aside = asideOf({
      'card-04': [event('card-04', { kind: 'FLAG', flag: 2 }), event('card-04', {})],
      'card-03': [bury],
      'card-02': [event('card-02', {}), event('card-02', { kind: 'RESUME' })],
      'card-01': [event('card-01', { kind: 'BURY' }, NOW - 2 * DAY)],
    })
    expect(aside.map(({ card, kinds }) => [card.id, ...kinds])).toEqual([
      ['card-03', 'buried'],
      ['card-04', 'suspended', 'flagged'],
    ])
    expect(aside[0].burying).toBe(bury.id)
  })

  it('name the burying that is in force, not one that was taken back', () => {
    const [first, second] = [event('card-00', { kind: 'BURY' }), event('card-00', { kind: 'BURY' })]
    const undo = event('card-00', { kind: 'UNDO', target: second.id })
    expect(asideOf({ 'card-00': [first, second, undo] })[0].burying).toBe(first.id)
  })

  it('tell a leech from its eighth lapse on', () => {
    const imported = { stability: 10, difficulty: 8, dueDay: 1, reps: 30, lapses: 8 }
    const few = { ...imported, lapses: 7 }
    const aside = asideOf({
      'card-00': [event('card-00', { kind: 'IMPORT', imported })],
      'card-01': [event('card-01', { kind: 'IMPORT', imported: few })],
    })
    expect(aside.map(({ card, kinds }) => [card.id, ...kinds])).toEqual([['card-00', 'leech']])
  })
})
