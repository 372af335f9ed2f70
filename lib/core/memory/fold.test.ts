import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../schedule/default-settings'
import { foldLog, foldNextAnswer } from './fold'
import { NEW_MEMORY } from './memory'
import type { Grade, StudyEvent } from './study-event'

const context = { cardId: 'card', revisions: { r1: DEFAULT_SETTINGS } }
const MORNING = Date.UTC(2026, 10, 23, 8)
const DAY = 86_400_000
const TODAY = 20_780

const event = (id: string, part: Partial<StudyEvent> = {}): StudyEvent => ({
  id,
  cardId: 'card',
  kind: 'ANSWER',
  after: null,
  answeredAt: MORNING,
  studyDay: TODAY,
  schedulerRevisionId: 'r1',
  ...(part.kind === undefined || part.kind === 'ANSWER' ? { grade: 3 as Grade } : {}),
  ...part,
})
const fold = (...events: StudyEvent[]) => foldLog(events, context)

describe('folding a log', () => {
  it('of nothing gives a new card', () => {
    expect(fold().memory).toEqual(NEW_MEMORY)
  })

  it('takes a card through its steps to review', () => {
    const first = event('a')
    const second = event('b', { after: 'a', answeredAt: MORNING + 600_000 })
    expect(fold(first).memory).toMatchObject({
      state: 'LEARNING',
      step: 1,
      dueAt: MORNING + 600_000,
      showing: 'a',
    })
    expect(fold(first, second).memory).toMatchObject({
      state: 'REVIEW',
      reps: 2,
      lapses: 0,
      lastDay: TODAY,
      showing: 'b',
    })
  })

  it('counts the earliest of two answers to one showing and keeps the other', () => {
    const phone = event('phone', { grade: 1, answeredAt: MORNING + 1 })
    const desk = event('desk', { grade: 4, answeredAt: MORNING })
    for (const log of [
      [phone, desk],
      [desk, phone],
    ]) {
      const { memory, verdicts } = fold(...log)
      expect(memory).toEqual(fold(desk).memory)
      expect(
        verdicts.map(({ event, counted, countedInstead }) => [event.id, counted, countedInstead]),
      ).toEqual([
        ['desk', true, null],
        ['phone', false, 'desk'],
      ])
    }
  })

  it('counts the lower id of two answers of one instant', () => {
    expect(fold(event('b', { grade: 4 }), event('a', { grade: 1 })).memory).toEqual(
      fold(event('a', { grade: 1 })).memory,
    )
  })

  it('counts both when the same showing was answered on two days', () => {
    const tomorrow = event('b', { answeredAt: MORNING + DAY, studyDay: TODAY + 1 })
    expect(fold(event('a'), tomorrow).memory).toMatchObject({ reps: 2, showing: 'b' })
  })

  it('lets the other answer count once the first is undone', () => {
    const other = event('b', { answeredAt: MORNING + 1, grade: 1 })
    const undo = event('u', { kind: 'UNDO', target: 'a', after: 'a', answeredAt: MORNING + 2 })
    expect(fold(event('a'), other, undo).memory).toEqual(fold(other).memory)
  })
})

describe('clocks that disagree', () => {
  it('put no answer before the one it followed, whichever id is lower', () => {
    const first = event('m', { grade: 1, answeredAt: MORNING + 500 })
    for (const id of ['a', 'z'])
      for (const answeredAt of [MORNING, MORNING + 500]) {
        const second = event(id, { after: 'm', grade: 4, answeredAt })
        const { memory, verdicts } = fold(second, first)
        expect(verdicts.map(({ event, counted }) => [event.id, counted])).toEqual([
          ['m', true],
          [id, true],
        ])
        expect(memory).toMatchObject({ state: 'REVIEW', reps: 2, showing: id })
      }
  })

  it('fold even a log that bites its own tail', () => {
    const forged = [event('a', { after: 'b' }), event('b', { after: 'a' }), event('c', { after: 'c' })]
    expect(fold(...forged).memory.reps).toBe(3)
    expect(fold(...forged.reverse()).memory).toEqual(fold(...forged).memory)
  })
})

describe('undo', () => {
  const answer = event('a')
  const undo = event('u', { kind: 'UNDO', target: 'a', after: 'a', answeredAt: MORNING + 5 })

  it('gives back the memory and the showing of before', () => {
    expect(fold(answer, undo).memory).toEqual(NEW_MEMORY)
    const again = event('c', { answeredAt: MORNING + 9, grade: 2 })
    expect(fold(answer, undo, again).memory).toEqual(fold(again).memory)
  })

  it('works when it arrives before what it undoes', () => {
    const early = fold(undo)
    expect(early.memory.hasGaps).toBe(true)
    expect(foldNextAnswer(early.memory, answer, context)).toBeNull()
    expect(fold(undo, answer).memory).toEqual(NEW_MEMORY)
  })

  it('is the same when said twice, and cannot itself be undone', () => {
    const twice = event('v', { kind: 'UNDO', target: 'a', answeredAt: MORNING + 6 })
    const redo = event('w', { kind: 'UNDO', target: 'u', answeredAt: MORNING + 7 })
    expect(fold(answer, undo, twice).memory).toEqual(NEW_MEMORY)
    const { memory, verdicts } = fold(answer, undo, redo)
    expect(memory).toEqual(NEW_MEMORY)
    expect(verdicts.map(({ event, counted, undone }) => [event.id, counted, undone])).toEqual([
      ['a', false, true],
      ['u', true, false],
      ['w', false, false],
    ])
  })

  it('takes back a pause, a bury and a flag', () => {
    for (const kind of ['SUSPEND', 'BURY', 'FLAG'] as const) {
      const change = event('x', { kind, flag: 3, answeredAt: MORNING + 10 })
      const undone = event('y', { kind: 'UNDO', target: 'x', answeredAt: MORNING + 11 })
      expect(fold(change).memory).not.toEqual(NEW_MEMORY)
      expect(fold(change, undone).memory).toEqual(NEW_MEMORY)
    }
  })
})

describe('what is not an answer', () => {
  const reviewed = [event('a'), event('b', { after: 'a', answeredAt: MORNING + 600_000 })]

  it('pauses and flags by the latest word, and names no showing', () => {
    const { memory } = fold(
      event('f', { kind: 'FLAG', flag: 2, answeredAt: MORNING + 3 }),
      event('s', { kind: 'SUSPEND', answeredAt: MORNING + 1 }),
      event('r', { kind: 'RESUME', answeredAt: MORNING + 2 }),
      event('e', { kind: 'FLAG', flag: 1, answeredAt: MORNING + 1 }),
    )
    expect(memory).toEqual({ ...NEW_MEMORY, flag: 2 })
  })

  it('hides a buried card until the next study day', () => {
    expect(fold(event('b', { kind: 'BURY' })).memory.buriedUntilDay).toBe(TODAY + 1)
  })

  it('forgets: the card is new, and stays paused and flagged', () => {
    const { memory } = fold(
      ...reviewed,
      event('s', { kind: 'SUSPEND', after: 'b', answeredAt: MORNING + 700_000 }),
      event('z', { kind: 'RESET', after: 'b', answeredAt: MORNING + 800_000 }),
    )
    expect(memory).toEqual({ ...NEW_MEMORY, suspended: true, showing: 'z', showingAt: MORNING + 800_000 })
  })

  it('brings a card forward without touching what is remembered, and never later', () => {
    const before = fold(...reviewed).memory
    const forward = event('z', {
      kind: 'BRING_FORWARD',
      after: 'b',
      answeredAt: MORNING + DAY,
      studyDay: TODAY + 1,
    })
    expect(fold(...reviewed, forward).memory).toEqual({
      ...before,
      dueDay: TODAY + 1,
      showing: 'z',
      showingAt: MORNING + DAY,
    })
    const late = { ...forward, studyDay: TODAY + 400 }
    expect(fold(...reviewed, late).memory.dueDay).toBe(before.dueDay)
  })

  it('brings a new card forward to a day, still new, until it is answered', () => {
    const forward = event('z', { kind: 'BRING_FORWARD', studyDay: TODAY + 1 })
    const { memory } = fold(forward)
    expect(memory).toMatchObject({ state: 'NEW', dueDay: TODAY + 1, reps: 0 })
    const answer = event('y', { after: 'z', grade: 4, answeredAt: MORNING + DAY, studyDay: TODAY + 1 })
    expect(fold(forward, answer).memory.dueDay).toBeGreaterThan(TODAY + 1)
  })

  it('takes an imported memory as it is', () => {
    const imported = { stability: 20, difficulty: 5, dueDay: TODAY + 3, reps: 7, lapses: 1 }
    expect(fold(event('i', { kind: 'IMPORT', imported })).memory).toMatchObject({
      state: 'REVIEW',
      ...imported,
      lastDay: TODAY - 17,
      showing: 'i',
    })
  })
})

describe('a log that cannot be folded', () => {
  it('says which scheduler revision is missing', () => {
    expect(() => fold(event('a', { schedulerRevisionId: 'r9' }))).toThrow(/scheduler revision r9/)
    expect(() => fold(event('a', { schedulerRevisionId: 'constructor' }))).toThrow(/constructor/)
  })
})

/** Two devices that answer, undo, reset and pause, each knowing only part of what the other did, with clocks apart. */
const logs = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        ...([
          'ANSWER',
          'ANSWER',
          'ANSWER',
          'ANSWER',
          'UNDO',
          'RESET',
          'BRING_FORWARD',
          'BURY',
          'SUSPEND',
          'RESUME',
          'FLAG',
        ] as const),
      ),
      grade: fc.constantFrom<Grade>(1, 2, 3, 4),
      flag: fc.integer({ min: 0, max: 4 }),
      minutes: fc.integer({ min: 0, max: 3000 }),
      skew: fc.integer({ min: -20, max: 20 }),
      knows: fc.nat(),
      isCurrent: fc.boolean(),
    }),
    { maxLength: 14 },
  )
  .map((steps) => {
    const log: StudyEvent[] = []
    let minute = 0
    for (const [i, step] of steps.entries()) {
      minute += step.minutes
      const known = log.slice(0, step.isCurrent ? log.length : step.knows % (log.length + 1))
      const answeredAt = MORNING + (minute + step.skew) * 60_000
      const targets = known.filter(({ kind }) => kind !== 'UNDO')
      log.push(
        event(`e${String((i * 7919) % 100).padStart(2, '0')}`, {
          kind: step.kind,
          after: foldLog(known, context).memory.showing,
          answeredAt,
          studyDay: Math.floor(answeredAt / DAY),
          ...(step.kind === 'ANSWER' ? { grade: step.grade } : {}),
          ...(step.kind === 'FLAG' ? { flag: step.flag } : {}),
          ...(step.kind === 'UNDO'
            ? { target: targets[step.knows % (targets.length || 1)]?.id ?? 'unsent' }
            : {}),
        }),
      )
    }
    return log
  })
const RUNS = process.env.UNROLL_FULL ? 20_000 : 1_000

describe('whatever the devices do', () => {
  it('the order of arrival does not matter', () => {
    fc.assert(
      fc.property(
        logs.chain((log) => fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }))),
        ([log, shuffled]) => {
          expect(foldLog(shuffled, context)).toEqual(foldLog(log, context))
          expect(foldLog([...shuffled, ...log], context)).toEqual(foldLog(log, context))
        },
      ),
      { seed: 1, numRuns: RUNS },
    )
  })

  it('an answer added to a memory gives what the whole log gives', () => {
    let added = 0
    fc.assert(
      fc.property(
        logs,
        fc.constantFrom<Grade>(1, 2, 3, 4),
        fc.integer({ min: -3000, max: 3000 }),
        (log, grade, minutes) => {
          const { memory } = foldLog(log, context)
          const answeredAt = (log.at(-1)?.answeredAt ?? MORNING) + minutes * 60_000
          const next = event('next', {
            after: memory.showing,
            grade,
            answeredAt,
            studyDay: Math.floor(answeredAt / DAY),
          })
          const verdict = foldNextAnswer(memory, next, context)
          expect(verdict === null).toBe(memory.hasGaps)
          if (!verdict) return
          added++
          const whole = foldLog([...log, next], context)
          expect(verdict.memory).toEqual(whole.memory)
          expect(whole.verdicts.find(({ event }) => event.id === 'next')).toMatchObject({
            counted: true,
            undone: false,
          })
        },
      ),
      { seed: 2, numRuns: RUNS },
    )
    expect(added).toBeGreaterThan(RUNS / 2)
  })

  it('an answer to the current showing always counts, so nobody is asked the same for a whole day', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: -3000, max: 3000 }), (log, minutes) => {
        const { memory } = foldLog(log, context)
        const answeredAt = (log.at(-1)?.answeredAt ?? MORNING) + minutes * 60_000
        const next = event('next', {
          after: memory.showing,
          answeredAt,
          studyDay: Math.floor(answeredAt / DAY),
        })
        const after = foldLog([...log, next], context)
        expect(after.memory.showing).toBe('next')
        expect(after.memory.reps).toBe(memory.reps + 1)
      }),
      { seed: 3, numRuns: RUNS },
    )
  })

  it('undoing every event in force gives a new card', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const undos = log
          .filter(({ kind }) => kind !== 'UNDO')
          .map(({ id }, i) => event(`u${i}`, { kind: 'UNDO', target: id, answeredAt: MORNING + i }))
        const { memory } = foldLog([...log, ...undos], context)
        expect({ ...memory, hasGaps: false }).toEqual(NEW_MEMORY)
      }),
      { seed: 4, numRuns: RUNS },
    )
  })
})
