import { describe, expect, it } from 'vitest'
import type { Grade } from '@/lib/core/memory/study-event'
import { memoryStore } from './local-store'
import { createReviewSession, type ReviewMode } from './review-session'
import { createStudyEngine } from './study-engine'
import { summarizeSession } from './summarize-session'
import { packForTests } from './testing/pack-for-tests'
import { serverForTests } from './testing/server-for-tests'

const MORNING = Date.UTC(2026, 10, 23, 8)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

async function sitting(cards = 12, mode: ReviewMode = { kind: 'due' }, answeredBefore = 0) {
  const clock = { now: MORNING }
  const server = serverForTests(packForTests(cards, MORNING))
  const engine = createStudyEngine({
    learnerId: 'learner-1',
    store: memoryStore(),
    api: {
      postEvents: async (batch) => ({ kind: 'reply', reply: server.receive(batch, clock.now) }),
      fetchPack: async () => ({ kind: 'pack', pack: server.servePack(clock.now) }),
    },
    now: () => clock.now,
    exclusively: (work) => work(),
    announce: () => {},
  })
  await engine.refresh()
  const open = (mode: ReviewMode) => {
    const session = createReviewSession(engine, { mode }, () => clock.now)
    session.subscribe(() => {})
    return session
  }
  const before = open({ kind: 'due' })
  for (let n = 0; n < answeredBefore; n++) {
    before.reveal()
    before.answer(4)
  }
  const session = open(mode)
  const answer = (grade: Grade) => {
    session.reveal()
    session.answer(grade)
  }
  return {
    clock,
    server,
    engine,
    session,
    answer,
    shown: () => session.getSnapshot().current?.card.id ?? null,
  }
}

describe('a sitting', () => {
  it('promises what comes: each button’s memory is the memory after it', async () => {
    const { session, answer } = await sitting()
    for (const grade of [1, 2, 3, 4, 3, 1] as const) {
      session.reveal()
      const { current } = session.getSnapshot()
      if (!current) throw new Error('there are cards')
      const promised = current.previews[grade].memory
      answer(grade)
      const { dueAt, dueDay, stability } = session.getSnapshot().study.memories.get(current.card.id) ?? {}
      expect({ dueAt, dueDay, stability }).toEqual({
        dueAt: promised.dueAt,
        dueDay: promised.dueDay,
        stability: promised.stability,
      })
    }
  })

  it('redraws the buttons of an open card when the study day turns', async () => {
    const { clock, session, engine } = await sitting(3, { kind: 'due' }, 1)
    clock.now += 20 * DAY
    session.goOn()
    session.reveal()
    const before = session.getSnapshot().current
    expect(before?.memory.state).toBe('REVIEW')
    clock.now += DAY
    session.tick()
    const after = session.getSnapshot().current
    expect(after?.card.id).toBe(before?.card.id)
    expect(after?.isRevealed).toBe(true)
    expect(after?.previews[3].interval).not.toEqual(before?.previews[3].interval)
    expect(engine.getSnapshot().replica.waiting).toHaveLength(1)
  })

  it('takes no grade before the answer is shown', async () => {
    const { session, engine, shown } = await sitting()
    const first = shown()
    session.answer(3)
    expect(shown()).toBe(first)
    expect(engine.getSnapshot().replica.waiting).toEqual([])
  })

  it('goes back any number of answers, sent or not, to the first card', async () => {
    const { session, engine, answer, shown } = await sitting()
    const first = shown()
    for (let n = 0; n < 7; n++) {
      answer(3)
      if (n === 3) await engine.flush()
    }
    for (let n = 0; n < 7; n++) session.undo()
    expect(shown()).toBe(first)
    session.undo()
    expect(session.getSnapshot().notice).toEqual({ kind: 'nothing-to-undo' })
    expect(session.getSnapshot().study.answersToday).toEqual([])
    expect(session.getSnapshot().study.queue.counts.new).toBe(12)
  })

  it('takes back what was answered since yesterday began, across the turn of the day, and nothing older', async () => {
    const { session, engine, clock, answer, shown } = await sitting()
    answer(4)
    clock.now = Date.UTC(2026, 10, 24, 3, 10) // ten past four in Berlin, where the day begins at four
    session.goOn()
    const first = shown()
    for (let n = 0; n < 3; n++) answer(4)
    clock.now = Date.UTC(2026, 10, 25, 22)
    await engine.flush()
    await engine.refresh()
    session.goOn()
    for (let n = 0; n < 2; n++) answer(4)
    clock.now = Date.UTC(2026, 10, 26, 2, 50) // ten to four, two nights later
    for (let n = 0; n < 5; n++) session.undo()
    expect(shown()).toBe(first)
    session.undo()
    expect(session.getSnapshot().notice).toEqual({ kind: 'nothing-to-undo' })
    expect(session.getSnapshot().study.memories.get('card-00')?.reps).toBe(1)
  })

  it('leaves a card that another device answered, and says so', async () => {
    const { session, server, engine, clock, shown } = await sitting()
    const cardId = shown() ?? ''
    server.receive(
      {
        learner: 'learner-1',
        sentAt: clock.now,
        events: [
          {
            id: '00-other-device',
            cardId,
            kind: 'ANSWER',
            after: null,
            answeredAt: clock.now,
            schedulerRevisionId: 'revision-1',
            grade: 4,
          },
        ],
      },
      clock.now,
    )
    await engine.refresh()
    expect(shown()).not.toBe(cardId)
    expect(session.getSnapshot().notice).toEqual({ kind: 'answered-elsewhere' })
  })

  it('shows a correction of the open card in place', async () => {
    const { session, server, engine, clock, shown } = await sitting()
    const cardId = shown()
    const pack = server.servePack(clock.now)
    const cards = pack.cards.map((card) =>
      card.id === cardId
        ? { ...card, noteRevision: 2, sides: { en: { front: 'Corrected', back: '' } } }
        : card,
    )
    await engine.putPack({ ...pack, cards })
    const { current, notice } = session.getSnapshot()
    expect(current?.card.sides.en?.front).toBe('Corrected')
    expect(notice).toEqual({ kind: 'corrected' })
  })

  it('says of the open card that its author took it out, and asks the next one', async () => {
    const { session, server, engine, clock, shown } = await sitting()
    const cardId = shown()
    const pack = server.servePack(clock.now)
    await engine.putPack({ ...pack, cards: pack.cards.filter(({ id }) => id !== cardId) })
    expect(shown()).not.toBe(cardId)
    expect(shown()).not.toBeNull()
    expect(session.getSnapshot().notice).toEqual({ kind: 'taken-out' })
  })

  it('asks what a newer pack brings when it was opened on one with nothing to ask', async () => {
    const { session, server, engine, clock, shown } = await sitting(0)
    expect(shown()).toBeNull()
    await engine.putPack({ ...server.servePack(clock.now + MINUTE), cards: packForTests(2, MORNING).cards })
    expect(shown()).toBe('card-00')
    expect(session.getSnapshot().left).toBe(2)
  })

  it('tells a leech when its lapses reach the threshold', async () => {
    const { session, clock, answer } = await sitting(1)
    answer(4)
    const told: number[] = []
    for (let lapse = 1; lapse <= 8; lapse++) {
      clock.now += 400 * DAY
      session.goOn()
      answer(1)
      const { notice } = session.getSnapshot()
      if (notice?.kind === 'leech') told.push(lapse)
      clock.now += 15 * MINUTE
      session.goOn()
      answer(4)
    }
    expect(told).toEqual([8])
  })

  it('crams what was met, Again brings back, and records nothing', async () => {
    const { session, engine, answer, shown } = await sitting(12, { kind: 'cram' }, 3)
    expect(session.getSnapshot().left).toBe(3)
    const first = shown()
    answer(1)
    answer(3)
    answer(3)
    expect(shown()).toBe(first)
    answer(3)
    expect(shown()).toBeNull()
    expect(engine.getSnapshot().replica.waiting).toHaveLength(3)
  })

  it('sums up what was learned and missed, without what was undone', async () => {
    const { session, answer, shown } = await sitting()
    const missed = shown()
    answer(1)
    answer(4)
    answer(4)
    session.undo()
    const summary = summarizeSession(session.getSnapshot().study, MORNING)
    expect(summary).toMatchObject({ answers: 2, cards: 2, begun: 2, reviews: 0 })
    expect(summary.missed.map(({ card, times }) => [card.id, times])).toEqual([[missed, 1]])
    expect(summary.learned).toHaveLength(1)
  })
})
