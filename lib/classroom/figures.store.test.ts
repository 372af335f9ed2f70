import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '@/lib/core/access/actor'
import { foldLog } from '@/lib/core/memory/fold'
import { studyDayAt } from '@/lib/core/schedule/study-day'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { seedDeck, type TestDeck } from '@/lib/study/testing/seed-study'
import { recordEvents } from '@/lib/study/record-events'
import { testId } from '@/lib/study/testing/seed-study'
import { makeJoinCode } from './change-join-code'
import { getFigures, type ClassFigures } from './get-figures'
import { getLearner } from './get-learner'
import { leaveClass } from './leave-class'
import { makeAssignment } from './make-assignment'
import { newActor, newClass } from './testing/class-house'
import { simulateLearner } from './testing/simulate-class'
import { writeFiguresTable } from './write-figures-table'

const FULL = process.env.UNROLL_FULL !== undefined
const [LEARNERS, DAYS, NEW_PER_DAY] = FULL ? [40, 30, 10] : [5, 9, 4]
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(2026, 9, 1, 17)
/** Everybody studied for this long before they joined: nobody sees that. */
const BEFORE = Math.floor(DAYS / 4)
const CALENDAR = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }

/** A few kinds of class for the databases: PostgreSQL need not be as large to be as right. */
describe.each(databaseKinds)(`a class of ${LEARNERS} for ${DAYS} days, on %s`, (kind) => {
  let house: TestStore
  let store: Store
  let teacher: SignedIn
  let room: Awaited<ReturnType<typeof newClass>>
  let decks: TestDeck[]
  const learners: SignedIn[] = []
  const joinedAt = FIRST_DAY + BEFORE * DAY - 12 * 3_600_000
  const now = FIRST_DAY + DAYS * DAY
  let figures: ClassFigures

  const read = async () => {
    const got = await getFigures(store, teacher, room, now)
    if (!got.ok) throw new Error(got.code)
    return got.value
  }

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    decks = [await seedDeck(store, 60), await seedDeck(store, 45), await seedDeck(store, 30)]
    teacher = await newActor(store, FIRST_DAY, { role: 'INSTRUCTOR' })
    room = await newClass(store, teacher, FIRST_DAY)
    for (const [n, deck] of decks.slice(0, 2).entries()) {
      const given = { deck: deck.id, startsAt: null, dueAt: now + n, examAt: null } // due in this order
      const made = await makeAssignment(store, teacher, { id: room.id, given }, FIRST_DAY)
      if (!made.ok) throw new Error(made.code)
    }
    const cardIds = decks.slice(0, 2).flatMap((deck) => deck.cardIds)
    const otherIds = decks[2].cardIds
    const common = { cardIds, otherIds, newPerDay: NEW_PER_DAY }
    for (let n = 0; n < (kind === 'postgres' ? Math.min(5, LEARNERS) : LEARNERS); n++) {
      const learner = await newActor(store, FIRST_DAY, { name: n === 0 ? '=1+1' : `Learner ${n}` })
      learners.push(learner)
      await simulateLearner(store, learner, { ...common, days: BEFORE, firstDayAt: FIRST_DAY, seed: n + 1 })
      await room.join(learner, joinedAt)
      const since = { ...common, days: DAYS - BEFORE, firstDayAt: FIRST_DAY + BEFORE * DAY, seed: n + 1_001 }
      await simulateLearner(store, learner, since)
    }
    figures = await read()
  }, 900_000)
  afterAll(() => house.remove())

  /** Counted another way: every log folded with its schedule, and every answer looked at by itself. */
  async function recount(learner: SignedIn, deck: TestDeck) {
    const today = studyDayAt(now, CALENDAR)
    const revisions = Object.fromEntries(
      (await store.schedulerRevisions.listByUser(learner.userId)).map(({ id, settings }) => [id, settings]),
    )
    const all = await store.studyEvents.listByUser(learner.userId)
    const counts = {
      answers: 0,
      met: 0,
      due: 0,
      asked: 0,
      kept: 0,
      asked7: 0,
      kept7: 0,
      days: new Set<number>(),
    }
    for (const cardId of deck.cardIds) {
      const log = all.filter((event) => event.cardId === cardId)
      const since = log.filter(({ answeredAt }) => answeredAt >= joinedAt)
      const folded = foldLog(since, { cardId, revisions })
      const answers = folded.verdicts.filter(({ counted, event }) => counted && event.kind === 'ANSWER')
      counts.answers += answers.length
      if (answers.length === 0) continue
      const isMet = folded.memory.lastDay !== null
      if (isMet) counts.met++
      const { dueAt, dueDay, suspended, state } = foldLog(log, { cardId, revisions }).memory
      if (
        isMet &&
        !suspended &&
        state !== 'NEW' &&
        (dueAt === null ? (dueDay ?? Infinity) <= today : dueAt <= now)
      )
        counts.due++
      for (const { event, before } of answers) {
        counts.days.add(event.studyDay)
        if (before.lastDay === null || event.studyDay <= before.lastDay) continue
        const kept = event.grade === 1 ? 0 : 1
        if (today - event.studyDay < 30) [counts.asked, counts.kept] = [counts.asked + 1, counts.kept + kept]
        if (today - event.studyDay < 7)
          [counts.asked7, counts.kept7] = [counts.asked7 + 1, counts.kept7 + kept]
      }
    }
    return counts
  }

  it('shows what a recount from the log gives, learner by learner and deck by deck', async () => {
    expect(figures.learners).toHaveLength(learners.length)
    let answers = 0
    for (const learner of learners) {
      const row = figures.learners.find(({ id }) => id === learner.userId)
      const counts = [await recount(learner, decks[0]), await recount(learner, decks[1])]
      counts.forEach((expected, n) => {
        expect(row?.decks[n]).toMatchObject({
          cards: decks[n].cardIds.length,
          met: expected.met,
          due: expected.due,
          answers: expected.answers,
          days30: { asked: expected.asked, kept: expected.kept },
          days7: { asked: expected.asked7, kept: expected.kept7 },
        })
      })
      expect(row?.days).toBe(new Set(counts.flatMap(({ days }) => [...days])).size)
      expect(row?.answers).toBe(counts[0].answers + counts[1].answers)
      answers += row?.answers ?? 0
    }
    expect(answers).toBeGreaterThan(learners.length * (DAYS - BEFORE))
    expect(figures.learners.some(({ days30 }) => days30.asked > 0)).toBe(true)
  })

  it('counts the hardest cards as the log has them', async () => {
    const forgotten = new Map<string, number>()
    for (const learner of learners) {
      const all = await store.studyEvents.listByUser(learner.userId)
      const rows = await store.schedulerRevisions.listByUser(learner.userId)
      const revisions = Object.fromEntries(rows.map(({ id, settings }) => [id, settings]))
      for (const cardId of decks[0].cardIds) {
        const since = all.filter((event) => event.cardId === cardId && event.answeredAt >= joinedAt)
        for (const { counted, event, before } of foldLog(since, { cardId, revisions }).verdicts)
          if (counted && event.grade === 1 && before.lastDay !== null && event.studyDay > before.lastDay)
            forgotten.set(cardId, (forgotten.get(cardId) ?? 0) + 1)
      }
    }
    const [{ hardest }] = figures.decks
    expect(hardest.length).toBeGreaterThan(0)
    for (const card of hardest) expect(card.forgotten).toBe(forgotten.get(card.cardId))
    expect(hardest[0].sides.en?.front).toContain('What is')
  })

  it('counts slips of exercises that belong to the class’ cards, and of no others', async () => {
    const deckCards = new Set(decks.slice(0, 2).flatMap((deck) => deck.cardIds))
    const tried = new Map<string, number>()
    const slipped = new Map<string, Set<string>>()
    for (const { userId } of learners) {
      const linked = new Set(
        (await store.studyEvents.listByUser(userId)).flatMap(({ cardId, answeredAt, attemptId }) =>
          deckCards.has(cardId) && answeredAt >= joinedAt && attemptId ? [attemptId] : [],
        ),
      )
      for (const { id, exercise, slips } of await store.exerciseAttempts.listByUser(userId)) {
        if (!linked.has(id)) continue
        tried.set(exercise, (tried.get(exercise) ?? 0) + 1)
        if (Object.values(slips).some((names) => names.length === 1 && names[0] === 'no_activation'))
          slipped.set(exercise, (slipped.get(exercise) ?? new Set()).add(userId))
      }
    }
    expect(new Map(figures.skills.map(({ exercise, attempts }) => [exercise, attempts]))).toEqual(tried)
    for (const { exercise, slips, learners: who } of figures.skills) {
      const row = slips.find(({ slip }) => slip === 'no_activation')
      expect(row?.learners ?? 0).toBe(slipped.get(exercise)?.size ?? 0)
      if (row) expect(row).toMatchObject({ share: row.learners / who, name: { en: 'σ left out' } })
    }
  })

  it('shows a learner’s page that agrees, and nobody outside the class', async () => {
    const page = await getLearner(store, teacher, { id: room.id, learnerId: learners[0].userId }, now)
    expect(page.ok && page.value.learner).toEqual(
      figures.learners.find(({ id }) => id === learners[0].userId),
    )
    const outsider = await newActor(store, now)
    const ids = { id: room.id, learnerId: outsider.userId }
    expect(await getLearner(store, teacher, ids, now)).toMatchObject({ code: 'not-found' })
  })

  it('is exported without a cell that a spreadsheet would run', () => {
    const lines = writeFiguresTable(figures, 'en').trimEnd().split('\r\n')
    expect(lines).toHaveLength(learners.length + 1)
    expect(lines.some((line) => line.startsWith("'=1+1,"))).toBe(true)
    expect(lines.filter((line) => /(^|,)"?[=+@]/.test(line))).toEqual([])
  })

  it('lets answers through while it counts', async () => {
    const me = learners[1]
    const [preset] = await store.presets.listByUser(me.userId)
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const waits: number[] = []
    let isCounting = true
    const answering = (async () => {
      while (isCounting) {
        const event = {
          id: testId(now),
          cardId: decks[2].cardIds[waits.length % 30],
          kind: 'FLAG' as const,
          after: null,
          answeredAt: now,
          schedulerRevisionId: preset.revisionId,
          flag: 1,
        }
        const batch = { learner: me.userId, sentAt: now, events: [event] }
        const begun = performance.now()
        await recordEvents(store, me, { batch, calendar: CALENDAR }, now)
        waits.push(performance.now() - begun)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    })()
    delay.enable()
    const begun = performance.now()
    await read()
    const took = performance.now() - begun
    isCounting = false
    await answering
    delay.disable()
    const slowest = Math.max(...waits)
    const p99 = waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * 0.99) - 1]
    if (FULL)
      console.info(
        `${kind}: counted in ${took.toFixed(0)} ms; of ${waits.length} answers meanwhile p99 took ${p99.toFixed(0)} ms and the slowest ${slowest.toFixed(0)} ms; the longest pause was ${(delay.max / 1e6).toFixed(0)} ms`,
      )
    expect(slowest).toBeLessThan(FULL ? 1_000 : 500)
  })

  it('shows nobody who has left', async () => {
    await leaveClass(store, learners[0], room, now)
    expect((await read()).learners.map(({ id }) => id)).not.toContain(learners[0].userId)
    const ids = { id: room.id, learnerId: learners[0].userId }
    expect(await getLearner(store, teacher, ids, now)).toMatchObject({ code: 'not-found' })
    await makeJoinCode(store, teacher, { id: room.id, days: 1 }, now)
    await room.join(learners[0], now)
    const back = (await read()).learners.find(({ id }) => id === learners[0].userId)
    expect(back).toMatchObject({ answers: 0, met: 0, due: 0, lastAnsweredAt: null })
  })
})
