import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Given } from '@/lib/core/exercises/exercise'
import type { QuizAnswers, QuizDefinition } from '@/lib/core/quiz/quiz'
import type { Result } from '@/lib/core/result'
import { exportAccount } from '@/lib/account/export-account'
import { leaveClass } from '@/lib/classroom/leave-class'
import { makeAssignment } from '@/lib/classroom/make-assignment'
import { newActor, newClass } from '@/lib/classroom/testing/class-house'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { testId } from '@/lib/study/testing/seed-study'
import { listMastery } from '../list-mastery'
import { bringForward } from './bring-forward'
import { finishRun } from './finish-run'
import { getClassQuiz } from './get-class-quiz'
import { getQuiz } from './get-quiz'
import { getRun } from './get-run'
import { listRuns } from './list-runs'
import { makeQuiz } from './make-quiz'
import { saveAnswers } from './save-answers'
import { EASY_GATES } from './testing/easy-gates'

const NOW = Date.UTC(2026, 10, 23, 12)
const HOUR = 3_600_000
const DUE = NOW + 24 * HOUR
const CALENDAR = { timeZone: 'Europe/Berlin', dayStartsAtHour: 4 }
/** Every quiz here asks six easy gates, the LSTM's. */
const CHOICES = { ...EASY_GATES, count: 6 }

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

describe.each(databaseKinds)('a quiz for a class, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let teacher: SignedIn
  let ada: SignedIn
  let ben: SignedIn
  let room: Awaited<ReturnType<typeof newClass>>
  let link: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    teacher = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    ada = await newActor(store, NOW)
    ben = await newActor(store, NOW)
    room = await newClass(store, teacher, NOW)
    await room.join(ada)
    await room.join(ben)
    const choices = { ...CHOICES, cells: [...CHOICES.cells], skills: [...CHOICES.skills] }
    link = valueOf(await makeQuiz(store, teacher, choices, NOW)).link
  })

  type Terms = {
    startsAt?: number
    dueAt?: number
    attempts?: number | null
    numbers?: 'SAME' | 'INDIVIDUAL'
    feedback?: 'NOW' | 'AFTER_DUE'
  }
  const give = async (terms: Terms = {}) => {
    const given = {
      quiz: link,
      startsAt: terms.startsAt ?? null,
      dueAt: terms.dueAt ?? DUE,
      attempts: terms.attempts === undefined ? 1 : terms.attempts,
      numbers: terms.numbers ?? ('SAME' as const),
      feedback: terms.feedback ?? ('AFTER_DUE' as const),
    }
    return valueOf(await makeAssignment(store, teacher, { id: room.id, given }, NOW)).id
  }
  const look = (who: SignedIn, assignmentId: string, at = NOW) =>
    getClassQuiz(store, who, { classId: room.id, assignmentId, named: null, locale: 'en' }, at)
  const save = (who: SignedIn, assignment: string, answers: QuizAnswers = {}, at = NOW, id = testId(at)) => {
    const sent = { learner: who.userId, assignment, sentAt: at, answers }
    return saveAnswers(store, who, { id, sent, locale: 'en' }, at)
  }
  /** Wrong in every box. */
  const wrongAnswers = async (at = NOW): Promise<QuizAnswers> => {
    const definition: QuizDefinition | undefined = (await store.quizzes.findByLink(link))?.definition
    const ids = definition?.questions.map((question) => question.id) ?? []
    return Object.fromEntries(ids.map((q) => [q, { at, millis: 1_000, responses: { f: [9], i: [9] } }]))
  }
  const take = async (who: SignedIn, assignment: string, at = NOW) => {
    const run = valueOf(await save(who, assignment, await wrongAnswers(at), at))
    return valueOf(await finishRun(store, who, { id: run.id, locale: 'en' }, at))
  }

  it('tells nothing that follows from the verdicts before it is due, by any door', async () => {
    const assignment = await give()
    const run = await take(ada, assignment)
    const early = DUE - 1
    expect(run).toMatchObject({ result: null, revealed: [], heldUntil: expect.any(Number) })
    const seen: unknown[] = [
      run,
      await getRun(store, ada, { id: run.id, locale: 'en' }, early),
      await finishRun(store, ada, { id: run.id, locale: 'en' }, early),
      await look(ada, assignment, early),
      await listRuns(store, ada, undefined, early),
      await save(ada, assignment, {}, early, run.id),
      await exportAccount(store, ada, undefined, early),
    ]
    for (const each of seen)
      expect(JSON.stringify(each)).not.toMatch(/"(verdicts|outcome|slips)":|"score":[{\d]|"right":/)
    const mastery = valueOf(await listMastery(store, ada, undefined, early))
    expect(mastery.skills.every(({ attempts }) => attempts === 0)).toBe(true)
    const forward = { id: run.id, calendar: CALENDAR }
    expect(await bringForward(store, ada, forward, early)).toMatchObject({
      detail: { reason: 'feedback-later' },
    })

    const late = DUE + 60_000
    const told = valueOf(await getRun(store, ada, { id: run.id, locale: 'en' }, late))
    expect(told.result).toMatchObject({ asked: 6, right: 0 })
    expect(valueOf(await listRuns(store, ada, undefined, late)).runs[0].score).toMatchObject({ asked: 6 })
    const report = valueOf(await listMastery(store, ada, undefined, late))
    expect(report.skills.some(({ attempts }) => attempts > 0)).toBe(true)
  })

  it('gives its link to nobody, and opens by it to no learner while it is sealed', async () => {
    const assignment = await give()
    const run = await take(ada, assignment)
    const seen = [
      await look(ada, assignment),
      await listRuns(store, ada, undefined, NOW),
      await exportAccount(store, ada, undefined, NOW),
      run,
    ]
    expect(JSON.stringify(seen)).not.toContain(link)
    expect(await getQuiz(store, ben, { link }, NOW)).toMatchObject({ detail: { reason: 'taken-in-class' } })
    const sent = { learner: ben.userId, quiz: link, sentAt: NOW, answers: {} }
    expect(await saveAnswers(store, ben, { id: testId(), sent, locale: 'en' }, NOW)).toMatchObject({
      detail: { reason: 'taken-in-class' },
    })
    expect((await getQuiz(store, teacher, { link }, NOW)).ok).toBe(true)
    expect((await getQuiz(store, ben, { link }, DUE + 60_000)).ok).toBe(true)
  })

  it('takes no answer after it is due, whatever a clock says', async () => {
    const assignment = await give({ attempts: 2 })
    await take(ada, assignment)
    const second = valueOf(await save(ada, assignment))
    const backdated = await wrongAnswers(NOW)
    const later = await save(ada, assignment, backdated, DUE + 60_000, second.id)
    expect(valueOf(later).answers).toEqual({})
    expect(await save(ada, assignment, {}, DUE)).toMatchObject({ detail: { reason: 'quiz-over' } })
  })

  it('shows its questions from the start on', async () => {
    const assignment = await give({ startsAt: NOW + HOUR })
    expect(valueOf(await look(ada, assignment))).toMatchObject({
      closed: 'not-started',
      quiz: { questions: [] },
    })
    expect(await save(ada, assignment)).toMatchObject({ detail: { reason: 'quiz-not-started' } })
    expect(valueOf(await look(ada, assignment, NOW + HOUR)).quiz.questions).toHaveLength(6)
  })

  it('is taken as often as the class may, also by who begins twice at once', async () => {
    const assignment = await give({ attempts: 2, feedback: 'NOW' })
    const begun = await Promise.all([1, 2, 3, 4].map(() => save(ada, assignment)))
    expect(begun.filter(({ ok }) => ok)).toHaveLength(2)
    expect(valueOf(await look(ada, assignment)).closed).toBe('no-attempts-left')
    expect((await save(ben, assignment)).ok).toBe(true)
  })

  it('tells at once where that is asked for', async () => {
    const run = await take(ada, await give({ feedback: 'NOW' }))
    expect(run.result).toMatchObject({ asked: 6 })
  })

  it('asks everybody the same, or each their own, and judges each by theirs', async () => {
    const numbers = async (who: SignedIn, assignment: string) =>
      valueOf(await look(who, assignment)).quiz.questions.map((each) =>
        each.kind === 'computed' ? JSON.stringify(each.numbers) : '',
      )
    const same = await give({ feedback: 'NOW' })
    expect(await numbers(ada, same)).toEqual(await numbers(ben, same))
    const own = await give({ feedback: 'NOW', numbers: 'INDIVIDUAL' })
    const [adas, bens] = [await numbers(ada, own), await numbers(ben, own)]
    expect(adas).toEqual(await numbers(ada, own))
    adas.forEach((each, n) => expect(each).not.toBe(bens[n]))
    const run = await take(ada, own)
    const kept = await store.exerciseAttempts.listOfQuizRun(ada.userId, run.id)
    const inputOf = ({ x, h0 }: Given) => JSON.stringify([x, h0])
    const asked = adas.map((text) => inputOf(JSON.parse(text)))
    expect(kept.map((attempt) => inputOf(attempt.numbers)).sort()).toEqual(asked.sort())
  })

  it('keeps the seed to itself while it is sealed, which would open the question in practice', async () => {
    const { quiz } = valueOf(await look(ada, await give()))
    expect(quiz.questions.map((each) => each.kind === 'computed' && each.seed)).toEqual(Array(6).fill(''))
  })

  it('is not there for who is not, or no longer, in the class, nor for its instructors', async () => {
    const assignment = await give()
    const outsider = await newActor(store, NOW)
    await leaveClass(store, ben, room, NOW)
    for (const who of [outsider, ben, teacher]) {
      expect(await look(who, assignment)).toMatchObject({ code: 'not-found' })
      expect(await save(who, assignment)).toMatchObject({ code: 'not-found' })
    }
  })

  it('stays sealed for who hands in and leaves', async () => {
    const run = await take(ada, await give())
    await leaveClass(store, ada, room, NOW)
    expect(valueOf(await getRun(store, ada, { id: run.id, locale: 'en' }, NOW)).result).toBeNull()
  })
})
