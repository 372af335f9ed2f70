import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as merge from '@/app/api/v1/account/merge/route'
import type { Role, SignedIn } from '@/lib/core/access/actor'
import { newClass } from '@/lib/classroom/testing/class-house'
import { databaseKinds } from '@/lib/store/database-place'
import { seedDeck, testId } from '@/lib/study/testing/seed-study'
import { openTestHouse, type Caller, type TestHouse } from './testing/test-house'

const NOW = Date.now()

describe.each(databaseKinds)('what the audit tells of an account that goes, on %s', (kind) => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse(kind)
  })
  afterAll(() => house.close())

  const actorOf = ({ userId, sessionId }: Caller, role: Role = 'LEARNER', guest = false): SignedIn => ({
    kind: 'user',
    userId,
    role,
    guest,
    via: { sessionId },
  })
  async function deckOf({ userId }: Caller) {
    const { id } = await seedDeck(house.store, 1, 'PRIVATE')
    const deck = await house.store.decks.find(id)
    if (!deck) throw new Error('no deck')
    const own = testId()
    await house.store.decks.create({ ...deck, id: own, slug: own, ownerId: userId })
    return own
  }
  async function newRoom() {
    const teacher = await house.account({ role: 'INSTRUCTOR' })
    return { teacher, room: await newClass(house.store, actorOf(teacher, 'INSTRUCTOR'), NOW) }
  }
  const remove = (caller: Caller, decks = {}) =>
    caller.send(account.DELETE, { method: 'DELETE', body: { decks } })
  const toldOf = async (subject: string) =>
    (await house.store.auditEvents.listLatest(200))
      .filter((event) => event.subject === subject)
      .map(({ verb, actorId, personId }) => ({ verb, actorId, personId }))

  it('is what became of each deck and co-authorship, and not whose they were', async () => {
    const [anna, heir] = [await house.account(), await house.account()]
    const [given, withdrawn] = [await deckOf(anna), await deckOf(anna)]
    const shared = await deckOf(heir)
    await house.store.deckMembers.put({ deckId: given, userId: heir.userId, role: 'EDITOR' })
    await house.store.deckMembers.put({ deckId: shared, userId: anna.userId, role: 'VIEWER' })
    await house.store.deckMembers.put({ deckId: withdrawn, userId: heir.userId, role: 'VIEWER' })
    const fates = { [given]: { handOverTo: heir.userId }, [withdrawn]: { withdraw: true } }
    expect((await remove(anna, fates)).status).toBe(204)
    expect(await toldOf(`deck:${given}`)).toEqual([
      { verb: 'deck-handed-over', actorId: null, personId: heir.userId },
    ])
    const ofWithdrawn = await toldOf(`deck:${withdrawn}`)
    expect(ofWithdrawn).toHaveLength(2)
    expect(ofWithdrawn).toContainEqual({ verb: 'deck-withdrawn', actorId: null, personId: null })
    expect(ofWithdrawn).toContainEqual({ verb: 'member-removed', actorId: null, personId: heir.userId })
    expect(await toldOf(`deck:${shared}`)).toEqual([{ verb: 'member-left', actorId: null, personId: null }])
  })

  it('is which classes it left, and which of them nobody teaches any more', async () => {
    const { teacher, room } = await newRoom()
    const learner = await house.account()
    await room.join(actorOf(learner))
    expect((await remove(learner)).status).toBe(204)
    const ofClass = async () => (await toldOf(`class:${room.id}`)).map(({ verb }) => verb).sort()
    expect(await ofClass()).toEqual(['class-joined', 'class-left', 'class-made'])
    expect((await remove(teacher)).status).toBe(204)
    expect(await ofClass()).toEqual([
      'class-archived',
      'class-joined',
      'class-left',
      'class-left',
      'class-made',
    ])
    for (const told of await toldOf(`class:${room.id}`))
      expect(told).toMatchObject({ actorId: null, personId: null })
  })

  it('is that a guest left a class and the account is in it; with the account its guest is forgotten', async () => {
    const { room } = await newRoom()
    const guest = await house.guest()
    await room.join(actorOf(guest, 'LEARNER', true))
    const owner = await house.account()
    const browser = await house.again(owner, guest.sessionId)
    expect((await browser.send(merge.POST, { method: 'POST' })).status).toBe(200)
    const told = await toldOf(`class:${room.id}`)
    expect(told).toHaveLength(4)
    expect(told).toContainEqual({ verb: 'class-left', actorId: guest.userId, personId: guest.userId })
    expect(told).toContainEqual({ verb: 'class-joined', actorId: owner.userId, personId: owner.userId })

    expect((await remove(owner)).status).toBe(204)
    const rows = JSON.stringify(await house.store.auditEvents.listLatest(200))
    for (const id of [guest.userId, owner.userId]) expect(rows).not.toContain(id)
  })

  it('is that a guest left a class which the account is in already', async () => {
    const { teacher, room } = await newRoom()
    const guest = await house.guest()
    await room.join(actorOf(guest, 'LEARNER', true))
    const browser = await house.again(teacher, guest.sessionId)
    expect((await browser.send(merge.POST, { method: 'POST' })).status).toBe(200)
    const told = await toldOf(`class:${room.id}`)
    expect(told.map(({ verb }) => verb).sort()).toEqual(['class-joined', 'class-left', 'class-made'])
    expect(told).toContainEqual({ verb: 'class-left', actorId: guest.userId, personId: guest.userId })
  })
})
