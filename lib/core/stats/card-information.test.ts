import { describe, expect, it } from 'vitest'
import { foldLog } from '../memory/fold'
import { NEW_MEMORY } from '../memory/memory'
import type { StudyEvent } from '../memory/study-event'
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from '../schedule/default-settings'
import { retrievability } from '../schedule/forgetting-curve'
import { historyRows } from './card-history'
import { forgettingStretches } from './forgetting-points'
import { whyDue } from './why-due'

const TODAY = 20_780
const DAY = 86_400_000
const revisions = { r: DEFAULT_SETTINGS }
const event = (id: string, studyDay: number, part: Partial<StudyEvent> = {}): StudyEvent => ({
  id,
  cardId: 'card',
  kind: 'ANSWER',
  after: null,
  answeredAt: studyDay * DAY,
  studyDay,
  schedulerRevisionId: 'r',
  ...(part.kind ? {} : { grade: 3 }),
  ...part,
})
const log = [
  event('a', TODAY - 20),
  event('b', TODAY - 20, { after: 'a', answeredAt: (TODAY - 20) * DAY + 600_000, grade: 3, millis: 4_000 }),
  event('c', TODAY - 15, { after: 'b', grade: 1 }),
  event('d', TODAY - 15, { after: 'c', answeredAt: (TODAY - 15) * DAY + 600_000 }),
  event('x', TODAY - 10, { after: 'd', grade: 4 }),
  event('u', TODAY - 10, { kind: 'UNDO', target: 'x', answeredAt: (TODAY - 10) * DAY + 1 }),
]
const { memory, verdicts } = foldLog(log, { cardId: 'card', revisions })
const now = { studyDay: TODAY, askAgainAt: null, now: TODAY * DAY }

describe('a card’s history', () => {
  it('tells each answer with what was remembered then and when it was to come back', () => {
    const rows = historyRows(verdicts, revisions)
    expect(rows.map(({ eventId }) => eventId)).toEqual(['a', 'b', 'c', 'd', 'x'])
    expect(rows[0]).toMatchObject({
      from: 'NEW',
      to: 'LEARNING',
      elapsedDays: null,
      recall: null,
      interval: { minutes: 10 },
    })
    expect(rows[1]).toMatchObject({
      from: 'LEARNING',
      to: 'REVIEW',
      elapsedDays: 0,
      recall: 1,
      millis: 4_000,
    })
    expect(rows[1].interval).toMatchObject({ days: expect.any(Number) })
    expect(rows[2]).toMatchObject({ from: 'REVIEW', to: 'RELEARNING', elapsedDays: 5, grade: 1 })
    expect(rows[2].recall).toBeCloseTo(retrievability(5, rows[1].stability ?? NaN, DEFAULT_WEIGHTS), 9)
    expect(rows[4]).toMatchObject({
      undone: true,
      counted: false,
      interval: null,
      stability: rows[3].stability,
    })
  })
})

describe('the forgetting curve', () => {
  it('falls from 1 between answers and goes on to the day that is asked for', () => {
    const stretches = forgettingStretches(verdicts, revisions, TODAY + 10, 11)
    expect(stretches.map(({ points }) => [points[0].day, points.at(-1)?.day])).toEqual([
      [TODAY - 20, TODAY - 15],
      [TODAY - 15, TODAY + 10],
    ])
    for (const { points } of stretches) {
      expect(points).toHaveLength(11)
      expect(points[0].recall).toBe(1)
      points.slice(1).forEach(({ recall }, i) => expect(recall).toBeLessThan(points[i].recall))
    }
  })

  it('starts anew after a reset, and does not exist for a new card', () => {
    const reset = event('z', TODAY, { kind: 'RESET', after: 'd' })
    const folded = foldLog([...log, reset], { cardId: 'card', revisions })
    expect(forgettingStretches(folded.verdicts, revisions, TODAY + 5)).toEqual([])
  })
})

describe('why a card is due', () => {
  const why = (extra: StudyEvent[] = [], when: Partial<Parameters<typeof whyDue>[3]> = {}) => {
    const folded = foldLog([...log, ...extra], { cardId: 'card', revisions })
    return whyDue(folded.memory, folded.verdicts, DEFAULT_SETTINGS, { ...now, ...when })
  }

  it('is that its recall has fallen to what is desired', () => {
    const dueDay = memory.dueDay ?? NaN
    expect(why()).toMatchObject({ why: 'review', dueDay, overdueDays: TODAY - dueDay, desiredRetention: 0.9 })
    const reason = why([], { studyDay: dueDay })
    expect(reason?.why === 'review' && reason.recall).toBeCloseTo(0.9, 1)
  })

  it('is new, a step, brought forward, or asked again by its author', () => {
    expect(whyDue(NEW_MEMORY, [], DEFAULT_SETTINGS, now)).toEqual({ why: 'new' })
    expect(why([event('s', TODAY, { after: 'd', grade: 1 })])).toMatchObject({
      why: 'step',
      relearning: true,
      step: 1,
      steps: 1,
      dueAt: TODAY * DAY + 600_000,
    })
    expect(why([event('f', TODAY, { kind: 'BRING_FORWARD', after: 'd' })])).toMatchObject({
      why: 'brought-forward',
    })
    expect(why([], { askAgainAt: TODAY * DAY - 1 })).toMatchObject({
      why: 'asked-again',
      askedAt: TODAY * DAY - 1,
    })
    expect(why([], { askAgainAt: (TODAY - 30) * DAY })).toMatchObject({ why: 'review' })
  })

  it('is an exam’s only where the card would not come by itself', () => {
    const dueDay = memory.dueDay ?? NaN
    expect(why([], { studyDay: dueDay - 1, isForExam: true })).toMatchObject({ why: 'exam' })
    expect(why([], { studyDay: dueDay, isForExam: true })).toMatchObject({ why: 'review' })
  })

  it('is not: it is suspended, or buried until tomorrow', () => {
    expect(why([event('p', TODAY, { kind: 'SUSPEND', after: 'd' })])).toEqual({ why: 'suspended' })
    expect(why([event('p', TODAY, { kind: 'BURY', after: 'd' })])).toEqual({
      why: 'buried',
      untilDay: TODAY + 1,
    })
  })
})
