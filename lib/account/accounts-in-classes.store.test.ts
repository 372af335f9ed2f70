import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as exported from '@/app/api/v1/account/export/route'
import * as merge from '@/app/api/v1/account/merge/route'
import type { SignedIn } from '@/lib/core/access/actor'
import { getClass } from '@/lib/classroom/get-class'
import { getFigures } from '@/lib/classroom/get-figures'
import { makeAssignment } from '@/lib/classroom/make-assignment'
import { newClass } from '@/lib/classroom/testing/class-house'
import { makeQuiz } from '@/lib/practice/quiz/make-quiz'
import { databaseKinds } from '@/lib/store/database-place'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, seedDeck, testId } from '@/lib/study/testing/seed-study'
import { openTestHouse, type Caller, type TestHouse } from './testing/test-house'
import { EASY_GATES } from '@/lib/practice/quiz/testing/easy-gates'

const NOW = Date.now()

describe.each(databaseKinds)('accounts that are in classes, on %s', (kind) => {
  let house: TestHouse
  let teacher: Caller
  let room: Awaited<ReturnType<typeof newClass>>
  beforeAll(async () => {
    house = await openTestHouse(kind)
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    teacher = await house.account({ role: 'INSTRUCTOR' })
    room = await newClass(house.store, actorOf(teacher, { role: 'INSTRUCTOR' }), NOW)
  })

  const actorOf = ({ userId, sessionId }: Caller, more: Partial<SignedIn> = {}): SignedIn => ({
    kind: 'user',
    userId,
    role: 'LEARNER',
    guest: false,
    via: { sessionId },
    ...more,
  })
  const asTeacher = () => actorOf(teacher, { role: 'INSTRUCTOR' })
  const remove = (caller: Caller) => caller.send(account.DELETE, { method: 'DELETE', body: {} })

  it('a guest’s class and what was done for it come along to the account that takes the guest in', async () => {
    const deck = await seedDeck(house.store, 3)
    const given = { deck: deck.id, startsAt: null, dueAt: null, examAt: null }
    await makeAssignment(house.store, asTeacher(), { id: room.id, given }, NOW)
    const guest = await house.guest()
    const actor = actorOf(guest, { guest: true })
    await room.join(actor)
    const [preset] = await house.store.presets.listByUser(guest.userId)
    const event = {
      id: testId(NOW),
      cardId: deck.cardIds[0],
      kind: 'ANSWER' as const,
      after: null,
      answeredAt: NOW,
      schedulerRevisionId: preset.revisionId,
      grade: 3 as const,
    }
    const batch = { learner: guest.userId, sentAt: NOW, events: [event] }
    await recordEvents(house.store, actor, { batch, calendar: BERLIN }, NOW)

    const owner = await house.account()
    const browser = await house.again(owner, guest.sessionId)
    const offered = await browser.send<{ mergeOffer: unknown }>(account.GET)
    expect(offered.body.mergeOffer).toEqual({ events: 1, classes: 1 })
    expect((await browser.send(merge.POST, { method: 'POST' })).status).toBe(200)
    const figures = await getFigures(house.store, asTeacher(), room, NOW + 1_000)
    expect(figures.ok && figures.value.learners).toMatchObject([
      { id: owner.userId, isGuest: false, met: 1, answers: 1, joinedAt: NOW },
    ])
  })

  it('who teaches a class stays its instructor, whatever a guest of theirs was in it', async () => {
    const guest = await house.guest()
    await room.join(actorOf(guest, { guest: true }))
    const browser = await house.again(teacher, guest.sessionId)
    expect((await browser.send(merge.POST, { method: 'POST' })).status).toBe(200)
    const view = await getClass(house.store, asTeacher(), room, NOW)
    expect(view).toMatchObject({ value: { isTaught: true, learners: 0 } })
  })

  it('a learner who deletes the account is gone from the class', async () => {
    const learner = await house.account()
    await room.join(actorOf(learner))
    expect((await remove(learner)).status).toBe(204)
    const view = await getClass(house.store, asTeacher(), room, NOW)
    expect(view).toMatchObject({ value: { learners: 0, isArchived: false } })
    const audit = JSON.stringify(await house.store.auditEvents.listLatest(50))
    expect(audit).not.toContain(learner.userId)
  })

  it('a class whose last instructor deletes the account is archived; with another it goes on, quizzes too', async () => {
    const quiz = await makeQuiz(house.store, asTeacher(), EASY_GATES, NOW)
    if (!quiz.ok) throw new Error(quiz.code)
    const terms = { attempts: 1, numbers: 'SAME', feedback: 'NOW', startsAt: null, dueAt: null } as const
    const given = { quiz: quiz.value.link, ...terms }
    await makeAssignment(house.store, asTeacher(), { id: room.id, given }, NOW)
    const colleague = await house.account({ role: 'INSTRUCTOR' })
    const as = actorOf(colleague, { role: 'INSTRUCTOR' })
    await room.join(as)
    await house.store.classMembers.setRole(room.id, colleague.userId, 'INSTRUCTOR')
    const learner = await house.account()
    await room.join(actorOf(learner))

    expect((await remove(teacher)).status).toBe(204)
    expect(await getClass(house.store, as, room, NOW)).toMatchObject({
      value: { isArchived: false, assignments: [{ kind: 'quiz', title: 'Gates' }] },
    })
    expect((await remove(colleague)).status).toBe(204)
    expect(await getClass(house.store, actorOf(learner), room, NOW)).toMatchObject({
      value: { isArchived: true, instructors: [] },
    })
  })

  it('an export tells in which classes one is, and no code of theirs', async () => {
    const learner = await house.account()
    await room.join(actorOf(learner))
    const { body } = await learner.send<{ classes: unknown }>(exported.GET)
    expect(body.classes).toMatchObject([{ id: room.id, role: 'LEARNER' }])
    const code = (await house.store.classrooms.find(room.id))?.joinCode ?? 'none'
    expect(JSON.stringify(body)).not.toContain(code)
  })
})
