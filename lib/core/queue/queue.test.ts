import { describe, expect, it } from 'vitest'
import type { EventVerdict } from '../memory/fold'
import { foldLogs, listDayAnswers } from '../memory/fold-logs'
import { NEW_MEMORY, type Memory } from '../memory/memory'
import type { StudyEvent } from '../memory/study-event'
import { DEFAULT_LIMITS, DEFAULT_SETTINGS } from '../schedule/default-settings'
import { nextStudyDayStartsAt, studyDayAt, studyDayStartsAt } from '../schedule/study-day'
import type { PackPreset } from '../study/study-pack'
import { buildQueue } from './queue'
import type { QueueCard, QueueInput } from './queue-input'
import { raiseGoals } from './raise-goals'
import { processorMillis } from '@/lib/core/testing/processor-millis'

const MINUTE = 60_000
const DAY = 86_400_000
const CALENDAR = { timeZone: 'Asia/Shanghai', dayStartsAtHour: 4 }
const NOW = Date.parse('2026-11-23T20:00+08:00')
const TODAY = studyDayAt(NOW, CALENDAR)

const preset = (part: Partial<PackPreset> = {}): PackPreset => ({
  id: 'p',
  revisionId: 'r',
  ...DEFAULT_LIMITS,
  ...part,
})
const card = (n: number, part: Partial<QueueCard> = {}): QueueCard => ({
  id: `c${String(n).padStart(4, '0')}`,
  noteId: `n${n}`,
  deckId: 'd',
  position: n,
  ord: 0,
  askAgainAt: null,
  ...part,
})
const cards = (from: number, count: number, part: Partial<QueueCard> = {}): QueueCard[] =>
  Array.from({ length: count }, (_, i) => card(from + i, part))
const review = (overdue = 0, part: Partial<Memory> = {}): Memory => ({
  ...NEW_MEMORY,
  state: 'REVIEW',
  dueDay: TODAY - overdue,
  stability: 10,
  difficulty: 5,
  reps: 3,
  lastDay: TODAY - 10 - overdue,
  showing: 's',
  showingAt: NOW - 10 * DAY,
  ...part,
})
const learning = (minutes: number, part: Partial<Memory> = {}): Memory => ({
  ...review(0, { state: 'LEARNING', dueDay: null, dueAt: NOW + minutes * MINUTE, lastDay: TODAY }),
  ...part,
})
const input = (
  list: QueueCard[],
  memories: Record<string, Memory> = {},
  part: Partial<QueueInput> = {},
): QueueInput => ({
  decks: [{ id: 'd', presetId: 'p' }],
  presets: [preset()],
  revisions: { r: DEFAULT_SETTINGS },
  cards: list,
  memories: new Map(Object.entries(memories)),
  answers: [],
  now: NOW,
  calendar: CALENDAR,
  ...part,
})
const withAll = (list: QueueCard[], memory: (i: number) => Memory): Record<string, Memory> =>
  Object.fromEntries(list.map(({ id }, i) => [id, memory(i)]))
const ids = (queue: { items: { cardId: string }[] }): string[] => queue.items.map(({ cardId }) => cardId)
const kinds = (queue: { items: { kind: string }[] }): string =>
  queue.items.map(({ kind }) => kind[0]).join('')

/** A counted answer of today, as far as the queue looks at it. */
const answered = (cardId: string, before: Memory = NEW_MEMORY): EventVerdict => ({
  event: {
    id: `answer-${cardId}`,
    cardId,
    kind: 'ANSWER',
    after: null,
    answeredAt: NOW,
    studyDay: TODAY,
    schedulerRevisionId: 'r',
    grade: 3,
  },
  counted: true,
  undone: false,
  countedInstead: null,
  before,
  memory: before,
})

describe('the day’s limits', () => {
  it('give 20 new cards in deck order and 200 reviews, per deck', () => {
    const fresh = cards(0, 50)
    const known = cards(1000, 300)
    const here = input(
      [...fresh].reverse().concat(known),
      withAll(known, () => review()),
    )
    expect(buildQueue(input(fresh))).toMatchObject({ counts: { new: 20, review: 0 } })
    expect(ids(buildQueue(input([...fresh].reverse())))).toEqual(fresh.slice(0, 20).map(({ id }) => id))
    expect(buildQueue(here).counts).toMatchObject({ new: 0, review: 200 })
    const two = buildQueue({
      ...input([...fresh, ...cards(2000, 50, { deckId: 'e' })]),
      decks: [
        { id: 'd', presetId: 'p' },
        { id: 'e', presetId: 'q' },
      ],
      presets: [preset(), preset({ id: 'q', newPerDay: 5 })],
    })
    expect(two.countsByDeck).toMatchObject({ d: { new: 20 }, e: { new: 5 } })
    expect(two.counts.new).toBe(25)
  })

  it('are used up by what was answered today, and by nothing that was undone', () => {
    const list = cards(0, 50)
    const done = list.slice(0, 15).map(({ id }) => answered(id))
    const memories = withAll(list.slice(0, 15), () => review(-3))
    expect(buildQueue(input(list, memories, { answers: done })).counts.new).toBe(5)

    const log = (cardId: string, undo: boolean): StudyEvent[] => {
      const base = { cardId, after: null, answeredAt: NOW, studyDay: TODAY, schedulerRevisionId: 'r' }
      const answer: StudyEvent = { ...base, id: `${cardId}-a`, kind: 'ANSWER', grade: 4 }
      return undo ? [answer, { ...base, id: `${cardId}-u`, kind: 'UNDO', target: `${cardId}-a` }] : [answer]
    }
    const folds = foldLogs({ c0000: log('c0000', false), c0001: log('c0001', true) }, { r: DEFAULT_SETTINGS })
    const queue = buildQueue(
      input(list, Object.fromEntries([...folds].map(([id, { memory }]) => [id, memory])), {
        answers: listDayAnswers(folds.values(), TODAY),
      }),
    )
    expect(queue.doneByDeck).toEqual({ d: { new: 1, reviews: 0 } })
    expect(queue.counts.new).toBe(19)
    expect(ids(queue)[0]).toBe('c0001')
  })

  it('do not count learning cards', () => {
    const steps = cards(0, 5)
    const queue = buildQueue(
      input(
        steps,
        withAll(steps, () => learning(-1)),
        { presets: [preset({ reviewsPerDay: 0, newPerDay: 0 })] },
      ),
    )
    expect(queue.counts).toEqual({ new: 0, learning: 5, review: 0, laterToday: 0 })
  })

  it('bring few new cards on a day full of reviews, and no more when those are done', () => {
    const known = cards(0, 195)
    const list = [...known, ...cards(1000, 50)]
    const before = buildQueue(
      input(
        list,
        withAll(known, () => review()),
      ),
    )
    expect(before.counts).toMatchObject({ review: 195, new: 5 })
    const done = known.map(({ id }) => answered(id, review()))
    const after = buildQueue(
      input(
        list,
        withAll(known, () => review(-9)),
        { answers: done },
      ),
    )
    expect(after.counts).toMatchObject({ review: 0, new: 5 })
  })

  it('can be raised for today, and the more is what comes: no less when half of it is done', () => {
    const list = cards(0, 50)
    const twenty = list.slice(0, 20)
    const done = twenty.map(({ id }) => answered(id))
    const today = input(
      list,
      withAll(twenty, () => review(-5)),
      { answers: done },
    )
    const empty = buildQueue(today)
    expect(empty.items).toEqual([])
    expect(empty.heldBackByDeck).toEqual({ d: { new: 30, reviews: 0 } })

    const goals = raiseGoals(empty, { new: 10, reviews: 10 })
    expect(ids(buildQueue({ ...today, goals }))).toEqual(list.slice(20, 30).map(({ id }) => id))
    const more = list.slice(0, 26)
    const halfway = input(
      list,
      withAll(more, () => review(-5)),
      { answers: more.map(({ id }) => answered(id)), goals },
    )
    expect(buildQueue(halfway).counts.new).toBe(4)
    const again = raiseGoals(buildQueue(halfway), { new: 3, reviews: 0 })
    expect(buildQueue({ ...halfway, goals: again }).counts.new).toBe(7)
    const tomorrow = buildQueue({ ...halfway, goals: again, answers: [], now: NOW + DAY })
    expect(tomorrow.counts.new).toBe(20)
  })
})

describe('the order', () => {
  it('is learning cards that are due, then the rest, then those due within 20 minutes', () => {
    const list = cards(0, 6)
    const memories = {
      c0000: learning(15),
      c0001: learning(-5),
      c0002: learning(-9),
      c0003: review(),
      c0005: learning(25),
    }
    const queue = buildQueue(input(list, memories))
    expect(kinds(queue)).toBe('llrnl')
    expect(ids(queue)).toEqual(['c0002', 'c0001', 'c0003', 'c0004', 'c0000'])
    expect(queue.counts).toEqual({ new: 1, learning: 3, review: 1, laterToday: 1 })
  })

  it('spreads new cards evenly among the reviews, and goes on so when it is built anew after each answer', () => {
    const known = cards(0, 9)
    const list = [...known, ...cards(100, 2)]
    let memories = withAll(known, (i) => review(i))
    const whole = buildQueue(input(list, memories))
    expect(kinds(whole)).toBe('rrrnrrrnrrr')

    const answers: EventVerdict[] = []
    const asked: string[] = []
    for (;;) {
      const [next] = buildQueue(input(list, memories, { answers })).items
      if (!next) break
      asked.push(next.cardId)
      answers.push(answered(next.cardId, memories[next.cardId]))
      memories = { ...memories, [next.cardId]: review(-9) }
    }
    expect(asked).toEqual(ids(whole))
  })

  it('of reviews is what is most likely forgotten first, or the due day', () => {
    const list = cards(0, 3)
    const memories = {
      c0000: review(2, { stability: 100, lastDay: TODAY - 100 }),
      c0001: review(1, { stability: 3, lastDay: TODAY - 40 }),
      c0002: review(3, { stability: 50, lastDay: TODAY - 60 }),
    }
    expect(ids(buildQueue(input(list, memories)))).toEqual(['c0001', 'c0002', 'c0000'])
    const byDay = { presets: [preset({ reviewOrder: 'dueDay' })] }
    expect(ids(buildQueue(input(list, memories, byDay)))).toEqual(['c0002', 'c0000', 'c0001'])
  })

  it('does not depend on the order in which the cards are given', () => {
    const list = cards(0, 40)
    const memories = withAll(list.slice(0, 20), (i) => (i % 4 ? review(i % 5) : learning(i - 10)))
    const queue = buildQueue(input(list, memories))
    expect(buildQueue(input([...list].reverse(), memories))).toEqual(queue)
    expect(queue.items.length).toBeGreaterThan(35)
  })
})

describe('new cards brought forward', () => {
  const broughtTo = (dueDay: number): Memory => ({ ...NEW_MEMORY, dueDay })

  it('come before the other new ones from their day on, within the limit', () => {
    const list = cards(0, 30)
    const wanted = { [list[28].id]: broughtTo(TODAY), [list[29].id]: broughtTo(TODAY - 2) }
    const queue = buildQueue(input(list, wanted))
    expect(ids(queue)).toHaveLength(20)
    expect(ids(queue).slice(0, 3)).toEqual([list[28].id, list[29].id, list[0].id])
    const tomorrow = buildQueue(input(list, { [list[29].id]: broughtTo(TODAY + 1) }))
    expect(ids(tomorrow)).not.toContain(list[29].id)
  })
})

describe('siblings', () => {
  const pair = [card(0, { noteId: 'n' }), card(1, { noteId: 'n', ord: 1 }), card(2)]

  it('never come on one day: the second waits when the first is in the queue', () => {
    expect(ids(buildQueue(input(pair)))).toEqual(['c0000', 'c0002'])
    // A review goes before a new card, whatever their order in the note.
    expect(ids(buildQueue(input(pair, { c0001: review() }))).sort()).toEqual(['c0001', 'c0002'])
    expect(ids(buildQueue(input(pair, { c0000: learning(5), c0001: review() })))).toEqual(['c0002', 'c0000'])
  })

  it('wait until tomorrow when one was answered today, and come back when that is undone', () => {
    const memories = { c0000: review(-5) }
    const hidden = buildQueue(input(pair, memories, { answers: [answered('c0000')] }))
    expect(ids(hidden)).toEqual(['c0002'])
    expect(ids(buildQueue(input(pair, memories)))).toEqual(['c0001', 'c0002'])
    const tomorrow = { now: NOW + DAY, answers: [] }
    expect(ids(buildQueue(input(pair, memories, tomorrow)))).toEqual(['c0001', 'c0002'])
  })

  it('do not hide the card that was answered itself, nor a step of minutes', () => {
    const relearning = { c0000: learning(-1), c0001: learning(-2) }
    expect(ids(buildQueue(input(pair, relearning, { answers: [answered('c0000')] })))).toEqual([
      'c0001',
      'c0000',
      'c0002',
    ])
    expect(ids(buildQueue(input(pair, { c0000: review() }, { answers: [answered('c0000')] })))).toContain(
      'c0000',
    )
  })

  it('come together where the preset says so', () => {
    const together = { presets: [preset({ burySiblings: false })], answers: [answered('c0000')] }
    expect(ids(buildQueue(input(pair, { c0000: review(-5) }, together)))).toEqual(['c0001', 'c0002'])
  })
})

describe('a card', () => {
  const one = [card(0)]

  it('that is suspended is never asked', () => {
    expect(buildQueue(input(one, { c0000: review(0, { suspended: true }) }))).toMatchObject({
      items: [],
      nextDueAt: null,
    })
  })

  it('that is buried comes back on the next study day', () => {
    const memories = { c0000: review(0, { buriedUntilDay: TODAY + 1 }) }
    const today = buildQueue(input(one, memories))
    expect(today).toMatchObject({ items: [], nextDueAt: nextStudyDayStartsAt(NOW, CALENDAR) })
    expect(ids(buildQueue(input(one, memories, { now: today.nextDueAt ?? 0 })))).toEqual(['c0000'])
  })

  it('that its author asks again is due now for whoever knows it, until it is answered', () => {
    const asked = [card(0, { askAgainAt: NOW - MINUTE })]
    const later = review(-30)
    expect(ids(buildQueue(input(asked, { c0000: later })))).toEqual(['c0000'])
    expect(ids(buildQueue(input(asked, { c0000: { ...later, showingAt: NOW } })))).toEqual([])
    expect(ids(buildQueue(input([card(0, { askAgainAt: NOW + MINUTE })], { c0000: later })))).toEqual([])
    expect(buildQueue(input(asked)).items).toMatchObject([{ kind: 'new' }])
  })

  it('in a step of days is asked on its day, as learning', () => {
    const memory = learning(0, { dueAt: null, dueDay: TODAY, lastDay: TODAY - 1 })
    expect(buildQueue(input(one, { c0000: memory })).items).toMatchObject([{ kind: 'learning' }])
    expect(buildQueue(input(one, { c0000: { ...memory, dueDay: TODAY + 1 } })).items).toEqual([])
  })

  it('of a deck that is not asked for is passed over', () => {
    expect(buildQueue(input([card(0, { deckId: 'other' })])).items).toEqual([])
  })
})

describe('when nothing is left', () => {
  it('says when the next is due: a step later today, or the start of a study day', () => {
    const list = cards(0, 3)
    const soon = buildQueue(input(list, { c0000: review(-9), c0001: learning(45), c0002: review(-2) }))
    expect(soon).toMatchObject({ items: [], nextDueAt: NOW + 45 * MINUTE, counts: { laterToday: 1 } })
    const days = buildQueue(
      input(
        list,
        withAll(list, (i) => review(-3 - i)),
      ),
    )
    expect(days.nextDueAt).toBe(studyDayStartsAt(TODAY + 3, CALENDAR))
    expect(buildQueue(input([])).nextDueAt).toBeNull()
  })

  it('says tomorrow when more new cards wait', () => {
    const list = cards(0, 30)
    const done = list.slice(0, 20)
    const queue = buildQueue(
      input(
        list,
        withAll(done, () => review(-8)),
        { answers: done.map(({ id }) => answered(id)) },
      ),
    )
    expect(queue).toMatchObject({ items: [], nextDueAt: nextStudyDayStartsAt(NOW, CALENDAR) })
  })

  it('goes on ahead where asked: the reviews of days to come, without limit, and no new cards', () => {
    const known = cards(0, 250)
    const list = [...known, ...cards(1000, 5)]
    const ahead = input(
      list,
      withAll(known, (i) => review(-(i % 5))),
      { aheadDays: 3 },
    )
    expect(buildQueue(ahead).counts).toMatchObject({ review: 200, new: 0 })
    expect(buildQueue({ ...ahead, aheadDays: 4 }).counts.review).toBe(250)
  })
})

describe('the study day', () => {
  it('turns at 4 AM, not at midnight: nothing vanishes and limits do not come back before', () => {
    const list = cards(0, 50)
    const done = list.slice(0, 20)
    const memories = withAll(done, () => review(-8))
    const answers = done.map(({ id }) => answered(id))
    const at = (time: string) => buildQueue(input(list, memories, { answers, now: Date.parse(time) }))
    expect(at('2026-11-24T03:59+08:00')).toMatchObject({ studyDay: TODAY, items: [] })
    expect(studyDayAt(Date.parse('2026-11-24T04:00+08:00'), CALENDAR)).toBe(TODAY + 1)
    expect(at('2026-11-24T03:59+08:00').studyDayEndsAt).toBe(Date.parse('2026-11-24T04:00+08:00'))
  })
})

describe('5,000 cards', () => {
  it('take less than 20 ms', () => {
    const list = Array.from({ length: 5_000 }, (_, i) => card(i, { noteId: `n${i >> 1}` }))
    const memories = withAll(list.slice(0, 4_000), (i) =>
      i % 20 ? review(i % 30, { stability: 1 + (i % 97) }) : learning(i % 60),
    )
    const whole = input(list, memories)
    // The fastest of many: the machine may be busy with other things.
    const times = Array.from({ length: 30 }, () => {
      const startedAt = processorMillis()
      buildQueue(whole)
      return processorMillis() - startedAt
    })
    expect(Math.min(...times)).toBeLessThan(20)
  })
})
