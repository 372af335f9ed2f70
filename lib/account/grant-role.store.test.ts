import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role, SignedIn } from '@/lib/core/access/actor'
import { changeClass } from '@/lib/classroom/change-class'
import { grantClassRole } from '@/lib/classroom/grant-class-role'
import { leaveClass } from '@/lib/classroom/leave-class'
import { newActor, newClass } from '@/lib/classroom/testing/class-house'
import { databaseKinds } from '@/lib/store/database-place'
import type { Store } from '@/lib/store/store'
import { openTestStore, type TestStore } from '@/lib/store/testing/open-test-store'
import { grantRole } from './grant-role'

const NOW = Date.UTC(2026, 10, 23)

describe.each(databaseKinds)('the classes of who may teach no more, on %s', (kind) => {
  let house: TestStore
  let store: Store
  let admin: SignedIn
  let teacher: SignedIn
  let colleague: SignedIn
  let room: Awaited<ReturnType<typeof newClass>>

  beforeAll(async () => {
    house = await openTestStore(kind)
    store = house.store
    admin = await newActor(store, NOW, { role: 'ADMIN' })
  })
  afterAll(() => house.remove())
  beforeEach(async () => {
    teacher = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    colleague = await newActor(store, NOW, { role: 'INSTRUCTOR' })
    room = await newClass(store, teacher, NOW)
  })

  const grant = async (who: SignedIn, role: Role) => {
    const granted = await grantRole(store, admin, { userId: who.userId, role }, NOW)
    if (!granted.ok) throw new Error(granted.code)
    return { ...who, role }
  }
  const joinTo = async (who: SignedIn) => {
    await room.join(who)
    const member = { id: room.id, memberId: who.userId, isInstructor: true }
    expect((await grantClassRole(store, teacher, member, NOW)).ok).toBe(true)
  }
  const stateOf = async () => {
    const found = await store.classrooms.find(room.id)
    return { isArchived: found?.archivedAt != null, code: found?.joinCode }
  }
  const archivals = async () =>
    (await store.auditEvents.listLatest(200)).filter(
      ({ verb, subject }) => verb === 'class-archived' && subject === `class:${room.id}`,
    )

  it('are archived where nobody else teaches them, by whoever changed the role', async () => {
    await grant(teacher, 'LEARNER')
    expect(await stateOf()).toEqual({ isArchived: true, code: null })
    expect(await archivals()).toMatchObject([{ actorId: admin.userId, personId: teacher.userId }])
  })

  it('are brought back by them once they may teach again', async () => {
    const demoted = await grant(teacher, 'LEARNER')
    const reopen = (who: SignedIn) => changeClass(store, who, { id: room.id, isArchived: false }, NOW)
    expect(await reopen(demoted)).toMatchObject({ code: 'not-found' })
    expect((await reopen(await grant(demoted, 'INSTRUCTOR'))).ok).toBe(true)
    expect(await stateOf()).toMatchObject({ isArchived: false })
  })

  it('are left alone where somebody else teaches them, or by a role that may teach, too', async () => {
    await grant(await grant(teacher, 'ADMIN'), 'INSTRUCTOR')
    await joinTo(colleague)
    await grant(teacher, 'LEARNER')
    expect(await stateOf()).toMatchObject({ isArchived: false })
    expect(await archivals()).toEqual([])
  })

  it('are not kept open by a colleague who may not teach either', async () => {
    await joinTo(colleague)
    await grant(colleague, 'LEARNER')
    expect(await stateOf()).toMatchObject({ isArchived: false })
    const reason = { detail: { reason: 'last-instructor' } }
    expect(await leaveClass(store, teacher, room, NOW)).toMatchObject(reason)
    const stepDown = { id: room.id, memberId: teacher.userId, isInstructor: false }
    expect(await grantClassRole(store, teacher, stepDown, NOW)).toMatchObject(reason)
    await grant(teacher, 'LEARNER')
    expect(await stateOf()).toMatchObject({ isArchived: true })
  })

  it('are left by a colleague who may not teach, also when one instructor stays', async () => {
    await joinTo(colleague)
    const demoted = await grant(colleague, 'LEARNER')
    const member = { id: room.id, memberId: colleague.userId, isInstructor: false }
    expect((await grantClassRole(store, teacher, member, NOW)).ok).toBe(true)
    expect((await leaveClass(store, demoted, room, NOW)).ok).toBe(true)
  })
})
