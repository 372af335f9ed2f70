import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedIn } from '@/lib/core/access/actor'
import { importDeck } from '@/lib/authoring/import-deck'
import { makeQuiz } from '@/lib/practice/quiz/make-quiz'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { changeClass } from './change-class'
import { makeJoinCode, revokeJoinCode } from './change-join-code'
import { getClass } from './get-class'
import { grantClassRole } from './grant-class-role'
import { joinClass } from './join-class'
import { leaveClass } from './leave-class'
import { makeAssignment } from './make-assignment'
import { listMembers } from './list-members'
import { previewClass } from './preview-class'
import { removeMember } from './remove-member'
import { newActor, newClass } from './testing/class-house'
import { EASY_GATES } from '@/lib/practice/quiz/testing/easy-gates'

const NOW = Date.UTC(2026, 10, 23)
const DAY = 86_400_000

describe.each(databaseKinds)('who is in a class, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let teacher: SignedIn
  let learner: SignedIn
  let room: Awaited<ReturnType<typeof newClass>>
  let addresses = 0
  let address: string

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    address = `198.51.100.${++addresses}`
    teacher = await newActor(store, NOW, { role: 'INSTRUCTOR', name: 'Ms Lin' })
    learner = await newActor(store, NOW)
    room = await newClass(store, teacher, NOW)
  })
  const codeOf = async () => (await store.classrooms.find(room.id))?.joinCode ?? ''
  const enter = async (who: SignedIn, code: string, at = NOW) => joinClass(store, who, { code, address }, at)

  it('joins by the code, however it is typed, once', async () => {
    const code = await codeOf()
    expect(await enter(learner, ` ${code.slice(0, 4).toUpperCase()}-${code.slice(4)}`)).toMatchObject({
      ok: true,
    })
    expect(await enter(learner, code)).toMatchObject({ ok: true })
    const members = await listMembers(store, teacher, room)
    expect(members.ok && members.value.members.map(({ isInstructor }) => isInstructor)).toEqual([true, false])
  })

  it('shows before joining whose class it is, and nobody who learns in it', async () => {
    await enter(learner, await codeOf())
    const preview = await previewClass(store, { kind: 'nobody' }, { code: await codeOf(), address }, NOW)
    expect(preview).toMatchObject({ ok: true, value: { instructors: ['Ms Lin'], isMember: false } })
    expect(JSON.stringify(preview)).not.toContain('Ada')
  })

  it('shows before joining what is asked now, and nothing that is to come or was due', async () => {
    const DATES = {
      'at all times': { startsAt: null, dueAt: null },
      begun: { startsAt: NOW, dueAt: NOW + 1 },
      'to come': { startsAt: NOW + 1, dueAt: null },
      'was due': { startsAt: null, dueAt: NOW },
    }
    for (const [title, dates] of Object.entries(DATES)) {
      const quiz = await makeQuiz(store, teacher, { ...EASY_GATES, title }, NOW)
      const text = `---\ndeck: ${title.replace(/ /g, '-')}\ntitle: { en: ${title} }\n---\n## a\n### en\nq\n---\nr\n`
      const deck = await importDeck(store, teacher, { text, images: [], locale: 'en' }, NOW)
      if (!quiz.ok || !deck.ok) throw new Error(title)
      const terms = { attempts: 1, numbers: 'SAME', feedback: 'NOW' } as const
      for (const given of [
        { quiz: quiz.value.link, ...terms, ...dates },
        { deck: deck.value.slug, examAt: null, ...dates },
      ])
        expect((await makeAssignment(store, teacher, { id: room.id, given }, NOW)).ok).toBe(true)
    }
    const preview = await previewClass(store, { kind: 'nobody' }, { code: await codeOf(), address }, NOW)
    expect(preview).toMatchObject({
      value: { decks: [{ en: 'begun' }, { en: 'at all times' }], quizzes: ['begun', 'at all times'] },
    })
  })

  it.each(['expired', 'revoked', 'replaced', 'archived'] as const)(
    'refuses a code that is %s as one that never was',
    async (how) => {
      const code = await codeOf()
      if (how === 'revoked') await revokeJoinCode(store, teacher, room, NOW)
      if (how === 'replaced') await makeJoinCode(store, teacher, { id: room.id, days: 1 }, NOW)
      if (how === 'archived') await changeClass(store, teacher, { id: room.id, isArchived: true }, NOW)
      const at = how === 'expired' ? NOW + 31 * DAY : NOW
      const never = await enter(learner, 'bcdf2345', at)
      expect(await enter(learner, code, at)).toEqual(never)
      expect(never).toMatchObject({ ok: false, code: 'not-found' })
    },
  )

  it('stops who guesses, by person and by address, and not a class that comes in at once', async () => {
    const code = await codeOf()
    for (let n = 0; n < 10; n++) await enter(learner, 'bcdf2345')
    expect(await enter(learner, code)).toMatchObject({ code: 'too-many' })
    const guests: SignedIn[] = []
    for (let n = 0; n < 70; n++) guests.push(await newActor(store, NOW, { guest: true }))
    for (const guest of guests.slice(0, 12)) expect((await enter(guest, code)).ok).toBe(true)
    for (const guest of guests) await enter(guest, 'bcdf2345')
    expect(await enter(guests[69], code)).toMatchObject({ code: 'too-many' })
  })

  it('makes an instructor only of a member whom the house knows as one', async () => {
    const colleague = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    const grant = (who: SignedIn, isInstructor = true) =>
      grantClassRole(store, teacher, { id: room.id, memberId: who.userId, isInstructor }, NOW)
    expect(await grant(colleague)).toMatchObject({ code: 'not-found' })
    await room.join(colleague)
    await room.join(learner)
    expect(await grant(learner)).toMatchObject({ detail: { reason: 'not-an-instructor' } })
    expect(await grant(colleague)).toMatchObject({ ok: true })
    expect(await getClass(store, colleague, room, NOW)).toMatchObject({ value: { isTaught: true } })
    expect(await grant(teacher, false)).toMatchObject({ ok: true })
    expect(await grant(colleague)).toMatchObject({ code: 'not-found' }) // teaches no more
  })

  it('never loses its last instructor but by being archived', async () => {
    expect(await leaveClass(store, teacher, room, NOW)).toMatchObject({
      detail: { reason: 'last-instructor' },
    })
    const step = { id: room.id, memberId: teacher.userId, isInstructor: false }
    expect(await grantClassRole(store, teacher, step, NOW)).toMatchObject({
      detail: { reason: 'last-instructor' },
    })
    await changeClass(store, teacher, { id: room.id, isArchived: true }, NOW)
    expect(await leaveClass(store, teacher, room, NOW)).toMatchObject({ ok: true })
  })

  it('lets go of who leaves and of who is removed, and tells them apart in the audit', async () => {
    const other = await newActor(store, NOW)
    await room.join(learner)
    await room.join(other)
    expect(await leaveClass(store, learner, room, NOW)).toMatchObject({ ok: true })
    const removal = { id: room.id, memberId: other.userId }
    expect(await removeMember(store, teacher, removal, NOW)).toMatchObject({ ok: true })
    for (const gone of [learner, other])
      expect(await getClass(store, gone, room, NOW)).toMatchObject({ code: 'not-found' })
    const verbs = async (who: SignedIn) =>
      (await store.auditEvents.listAbout(who.userId)).map(({ verb }) => verb).sort()
    expect(await verbs(learner)).toEqual(['class-joined', 'class-left'])
    expect(await verbs(other)).toEqual(['class-joined', 'class-member-removed'])
  })

  it('is taught by nobody who is no instructor of the house any more', async () => {
    const demoted: SignedIn = { ...teacher, role: 'LEARNER' }
    expect(await listMembers(store, demoted, room)).toMatchObject({ code: 'not-found' })
    expect(await getClass(store, demoted, room, NOW)).toMatchObject({
      value: { isTaught: false, joinCode: null },
    })
  })
})
