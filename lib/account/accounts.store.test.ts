import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as administrator from '@/app/api/v1/administrator/route'
import * as exported from '@/app/api/v1/account/export/route'
import * as me from '@/app/api/v1/me/route'
import * as merge from '@/app/api/v1/account/merge/route'
import * as password from '@/app/api/v1/account/password/route'
import * as people from '@/app/api/v1/people/route'
import * as person from '@/app/api/v1/people/[id]/route'
import * as reset from '@/app/api/v1/password/reset/route'
import * as resetLink from '@/app/api/v1/people/[id]/reset-link/route'
import * as session from '@/app/api/v1/sessions/[id]/route'
import * as sessions from '@/app/api/v1/sessions/route'
import * as token from '@/app/api/v1/tokens/[id]/route'
import * as tokens from '@/app/api/v1/tokens/route'
import type { SignedIn } from '@/lib/core/access/actor'
import type { Learner } from '@/lib/core/access/learner'
import { hashPassword } from '@/lib/platform/auth/password-hash'
import { databaseKinds } from '@/lib/store/database-place'
import { checkMemories } from '@/lib/study/check-memories'
import { recordEvents } from '@/lib/study/record-events'
import { BERLIN, seedDeck, testAnswer, testId } from '@/lib/study/testing/seed-study'
import { offerClaimLink } from './offer-claim-link'
import { signInWithProvider } from './sign-in-with-provider'
import { openTestHouse, PASSWORD, type Caller, type TestHouse } from './testing/test-house'

const NEXT_PASSWORD = 'copper-window-77'

describe.each(databaseKinds)('accounts on %s', (kind) => {
  let house: TestHouse
  let passwordHash: string
  beforeAll(async () => {
    house = await openTestHouse(kind)
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => house.close())

  const learnerOf = async (caller: Caller) =>
    (await caller.send<{ learner: Learner | null }>(me.GET)).body.learner
  const actorOf = ({ userId, sessionId }: Caller, guest = false): SignedIn => ({
    kind: 'user',
    userId,
    role: 'LEARNER',
    guest,
    via: { sessionId },
  })
  const uniqueEmail = () => `p${Math.random().toString(36).slice(2)}@example.org`

  async function answerCards(caller: Caller, guest: boolean, cardIds: string[], batchOf = caller.userId) {
    const [preset] = await house.store.presets.listByUser(batchOf)
    const learner = {
      id: caller.userId,
      actor: actorOf(caller, guest),
      presetId: preset.id,
      revisionId: preset.revisionId,
    }
    const events = cardIds.map((cardId) => testAnswer(learner, cardId))
    const batch = { learner: batchOf, sentAt: Date.now(), events }
    return recordEvents(house.store, learner.actor, { batch, calendar: BERLIN }, Date.now())
  }

  describe('a guest who makes an account', () => {
    it('keeps their id and what they learned, and the old cookie opens nothing', async () => {
      const deck = await seedDeck(house.store, 2)
      const guest = await house.guest()
      await answerCards(guest, true, deck.cardIds)
      const made = await guest.send<{ id: string }>(account.POST, {
        method: 'POST',
        body: {
          name: 'Bo',
          email: '  Bo.' + uniqueEmail().toUpperCase(),
          password: PASSWORD,
          timeZone: 'Asia/Shanghai',
        },
      })
      expect(made.status).toBe(201)
      expect(made.body.id).toBe(guest.userId)
      const user = await house.store.users.get(guest.userId)
      expect(user).toMatchObject({ guest: false, name: 'Bo' })
      expect(user.email).toMatch(/^bo\.p[a-z0-9]+@example\.org$/)
      expect(await house.store.studyEvents.countByUser(guest.userId)).toBe(2)
      expect(await learnerOf(guest)).toBeNull()
      const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
      const now = await house.nobody.send<{ learner: Learner }>(me.GET, { headers: { cookie } })
      expect(now.body.learner.id).toBe(guest.userId)
    })

    it.each([
      ['1234567', 'short-password'],
      ['x'.repeat(129), 'long-password'],
      ['Password123', 'common-password'],
      ['qwertyuiop', 'common-password'],
      ['woaini1314', 'common-password'],
    ])('with the password %s is told why not', async (bad, reason) => {
      const answer = await house.nobody.send(account.POST, {
        method: 'POST',
        body: { name: 'Bo', email: uniqueEmail(), password: bad },
      })
      expect(answer.status).toBe(422)
      expect(answer.body.error.detail).toMatchObject({ reason, field: 'password' })
    })

    it('cannot take an address that somebody has, however it is written', async () => {
      const email = uniqueEmail()
      await house.account({ email })
      const answer = await house.nobody.send(account.POST, {
        method: 'POST',
        body: { name: 'Bo', email: email.toUpperCase(), password: PASSWORD },
      })
      expect(answer.status).toBe(409)
      expect(answer.body.error.detail).toMatchObject({ reason: 'email-taken' })
    })

    it('of two who want one address at the same moment one gets it', async () => {
      const body = { name: 'Bo', email: uniqueEmail(), password: PASSWORD }
      const answers = await Promise.all(
        [1, 2].map(() => house.nobody.send(account.POST, { method: 'POST', body })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    })
  })

  describe('a guest who signs in to an account', () => {
    async function guestAndAccount() {
      const deck = await seedDeck(house.store, 3)
      const guest = await house.guest()
      const owner = await house.account({ passwordHash })
      await answerCards(guest, true, deck.cardIds.slice(0, 2))
      await answerCards(owner, false, deck.cardIds.slice(1))
      const browser = await house.again(owner, guest.sessionId)
      return { deck, guest, owner, browser }
    }

    it('is offered to unite the two; the logs become one and the memories are its fold', async () => {
      const { guest, browser, owner, deck } = await guestAndAccount()
      const offer = await browser.send<{ mergeOffer: unknown }>(account.GET)
      expect(offer.body.mergeOffer).toEqual({ events: 2, classes: 0 })
      const merged = await browser.send(merge.POST, { method: 'POST' })
      expect(merged.body).toEqual({ events: 2, cards: 2 })
      expect(await house.store.studyEvents.countByUser(owner.userId)).toBe(4)
      expect(await house.store.studyEvents.countByUser(guest.userId)).toBe(0)
      const both = await house.store.memories.find(owner.userId, deck.cardIds[1])
      expect(both?.reps).toBe(1) // the same showing on the same day counts once
      expect((await checkMemories(house.store)).differences).toEqual([])
      expect(await learnerOf(guest)).toBeNull()
    })

    it('is offered it too when all they did was exercises, which go along', async () => {
      const [guest, owner] = [await house.guest(), await house.account()]
      const now = Date.now()
      await house.store.exerciseAttempts.insert(guest.userId, {
        id: 'one',
        context: 'PRACTICE',
        exercise: 'lstm-step',
        rung: 1,
        form: 'stepwise',
        generatorVersion: 1,
        seed: 's',
        numbers: {},
        responses: {},
        hints: 0,
        millis: 1,
        startedAt: now,
        finishedAt: now,
        receivedAt: now,
        outcome: 'right',
        score: 1,
        slips: {},
      })
      const browser = await house.again(owner, guest.sessionId)
      expect((await browser.send<{ mergeOffer: unknown }>(account.GET)).body.mergeOffer).toEqual({
        events: 1,
        classes: 0,
      })
      expect((await browser.send(merge.POST, { method: 'POST' })).status).toBe(200)
      expect(await house.store.exerciseAttempts.listByUser(owner.userId)).toHaveLength(1)
    })

    it('may still send what waited in the guest’s outbox', async () => {
      const { guest, browser, deck } = await guestAndAccount()
      const late = { ...browser }
      await browser.send(merge.POST, { method: 'POST' })
      const owner = late.userId
      const [preset] = await house.store.presets.listByUser(guest.userId)
      const actor = actorOf({ ...browser, userId: owner })
      const event = testAnswer(
        { id: owner, actor, presetId: preset.id, revisionId: preset.revisionId },
        deck.cardIds[2],
        { answeredAt: Date.now() },
      )
      const batch = { learner: guest.userId, sentAt: Date.now(), events: [event] }
      const reply = await recordEvents(house.store, actor, { batch, calendar: BERLIN }, Date.now())
      expect(reply).toMatchObject({ ok: true, value: { receipts: [{ status: 'stored' }] } })
      expect((await checkMemories(house.store)).differences).toEqual([])
    })

    it('cannot unite twice, nor without holding the guest’s session', async () => {
      const { browser, owner, guest } = await guestAndAccount()
      const elsewhere = await house.again(owner)
      expect((await elsewhere.send(merge.POST, { method: 'POST' })).status).toBe(404)
      const stranger = await house.account()
      const forged = await house.again(stranger, 'no-such-session')
      expect((await forged.send(merge.POST, { method: 'POST' })).status).toBe(404)
      const twice = await Promise.all([1, 2].map(() => browser.send(merge.POST, { method: 'POST' })))
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 404])
      expect((await house.store.users.get(guest.userId)).mergedIntoId).toBe(owner.userId)
    })

    it('may decline, and keeps the two apart', async () => {
      const { browser, guest, owner } = await guestAndAccount()
      const answer = await browser.send(merge.DELETE, { method: 'DELETE' })
      expect(answer.status).toBe(204)
      expect(await house.store.studyEvents.countByUser(guest.userId)).toBe(2)
      expect((await house.store.users.get(guest.userId)).mergedIntoId).toBeNull()
      expect(await house.store.studyEvents.countByUser(owner.userId)).toBe(2)
    })
  })

  describe('sessions', () => {
    it('end one by one, at once, and only one’s own', async () => {
      const anna = await house.account()
      const phone = await house.again(anna)
      const other = await house.account()
      const ofOther = { method: 'DELETE', params: { id: other.sessionId } }
      expect((await anna.send(session.DELETE, ofOther)).status).toBe(404)
      expect((await learnerOf(other))?.id).toBe(other.userId)
      expect(
        (await anna.send(session.DELETE, { method: 'DELETE', params: { id: phone.sessionId } })).status,
      ).toBe(204)
      expect(await learnerOf(phone)).toBeNull()
      expect((await phone.send(sessions.GET)).status).toBe(401)
      const left = await anna.send<{ id: string; isCurrent: boolean }[]>(sessions.GET)
      expect(left.body).toMatchObject([{ id: anna.sessionId, isCurrent: true }])
    })

    it('all end together', async () => {
      const anna = await house.account()
      const phone = await house.again(anna)
      expect((await anna.send(sessions.DELETE, { method: 'DELETE' })).status).toBe(204)
      expect(await learnerOf(anna)).toBeNull()
      expect(await learnerOf(phone)).toBeNull()
    })

    it('end with the password, all but the one that changed it', async () => {
      const anna = await house.account({ passwordHash })
      const phone = await house.again(anna)
      const wrong = { method: 'PUT', body: { current: 'not this one', next: NEXT_PASSWORD } }
      expect((await anna.send(password.PUT, wrong)).body.error.detail).toMatchObject({
        reason: 'wrong-password',
      })
      expect((await learnerOf(phone))?.id).toBe(anna.userId)
      const right = { method: 'PUT', body: { current: PASSWORD, next: NEXT_PASSWORD } }
      expect((await anna.send<unknown>(password.PUT, right)).body).toEqual({ endedSessions: 1 })
      expect(await learnerOf(phone)).toBeNull()
      expect((await learnerOf(anna))?.id).toBe(anna.userId)
      expect((await anna.send(password.PUT, right)).status).toBe(422)
    })
  })

  describe('API tokens', () => {
    it('open doors within their scopes, without cookies, until revoked', async () => {
      const anna = await house.account()
      const made = await anna.send<{ id: string; token: string }>(tokens.POST, {
        method: 'POST',
        body: { name: 'script', scopes: ['read'] },
      })
      expect(made.status).toBe(201)
      const headers = { authorization: `Bearer ${made.body.token}` }
      const seen = await house.nobody.send<{ learner: Learner }>(me.GET, { headers })
      expect(seen.body.learner.id).toBe(anna.userId)
      const listed = await anna.send<object[]>(tokens.GET)
      expect(JSON.stringify(listed.body)).not.toContain(made.body.token)
      expect(JSON.stringify(await house.store.tokens.listByUser(anna.userId))).not.toContain(made.body.token)
      await anna.send(token.DELETE, { method: 'DELETE', params: { id: made.body.id } })
      expect((await house.nobody.send(me.GET, { headers })).status).toBe(401)
    })

    it('cannot manage tokens, passwords, sessions or accounts, whatever their scopes', async () => {
      const anna = await house.account({ role: 'ADMIN', passwordHash })
      const script = await house.withToken(anna, ['read', 'study', 'author', 'teach'])
      const body = { name: 'more', scopes: ['read'] }
      const refused = await Promise.all([
        script.send(tokens.GET),
        script.send(tokens.POST, { method: 'POST', body }),
        script.send(password.PUT, { method: 'PUT', body: { current: PASSWORD, next: NEXT_PASSWORD } }),
        script.send(sessions.DELETE, { method: 'DELETE' }),
        script.send(account.PATCH, { method: 'PATCH', body: { name: 'Z' } }),
        script.send(account.DELETE, { method: 'DELETE', body: {} }),
        script.send(people.GET),
      ])
      expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403])
    })

    it('of a guest or a stranger are not there to be revoked', async () => {
      const [anna, other] = [await house.account(), await house.account()]
      const body = { name: 'script', scopes: ['read'] }
      const made = await anna.send<{ id: string }>(tokens.POST, { method: 'POST', body })
      const foreign = { method: 'DELETE', params: { id: made.body.id } }
      expect((await other.send(token.DELETE, foreign)).status).toBe(404)
      expect((await (await house.guest()).send(tokens.POST, { method: 'POST', body })).status).toBe(403)
    })

    it('ignore the cookie beside them', async () => {
      const [anna, other] = [await house.account(), await house.account()]
      const script = await house.withToken(other, ['read'])
      const both = await script.send<{ learner: Learner }>(me.GET, { headers: { cookie: anna.cookie } })
      expect(both.body.learner.id).toBe(other.userId)
      const broken = await anna.send(me.GET, { headers: { authorization: 'Bearer unroll_nonsense' } })
      expect(broken.status).toBe(401)
    })
  })

  describe('the administrator', () => {
    it('is who first opens the link of the start', async () => {
      for (const admin of await house.store.users.listAccounts({ search: '', after: null, limit: 500 })) {
        await house.store.users.update(admin.id, { role: 'LEARNER' })
      }
      const first = await offerClaimLink(house.store, Date.now())
      const second = await offerClaimLink(house.store, Date.now())
      const [anna, other] = [await house.account(), await house.account()]
      const claim = (caller: Caller, link: string | null) =>
        caller.send(administrator.POST, { method: 'POST', body: { token: link } })
      expect((await claim(anna, first)).body.error.detail).toMatchObject({ reason: 'link-spent' })
      expect((await claim(await house.guest(), second)).status).toBe(403)
      const both = await Promise.all([claim(anna, second), claim(other, second)])
      expect(both.map(({ status }) => status).sort()).toEqual([204, 422])
      expect(await offerClaimLink(house.store, Date.now())).toBeNull()
    })

    it('grants roles, but the last one cannot step down', async () => {
      for (const { id } of await house.store.users.listAccounts({ search: '', after: null, limit: 500 })) {
        await house.store.users.update(id, { role: 'LEARNER' })
      }
      const admin = await house.account({ role: 'ADMIN' })
      const anna = await house.account()
      const grant = (caller: Caller, id: string, role: string) =>
        caller.send(person.PATCH, { method: 'PATCH', params: { id }, body: { role } })
      expect((await grant(anna, anna.userId, 'ADMIN')).status).toBe(404)
      expect((await grant(admin, anna.userId, 'INSTRUCTOR')).status).toBe(204)
      expect((await learnerOf(anna))?.role).toBe('INSTRUCTOR')
      expect((await grant(admin, admin.userId, 'LEARNER')).body.error.detail).toMatchObject({
        reason: 'last-administrator',
      })
      expect((await learnerOf(admin))?.role).toBe('ADMIN')
      const audit = await house.store.auditEvents.listLatest(10)
      expect(audit.filter(({ subject }) => subject === `user:${anna.userId}`)).toMatchObject([
        { verb: 'role-granted', actorId: admin.userId, detail: { from: 'LEARNER', to: 'INSTRUCTOR' } },
      ])
    })

    it('makes a link that sets a password once and ends every session and token', async () => {
      const admin = await house.account({ role: 'ADMIN' })
      const anna = await house.account({ passwordHash })
      const script = await house.withToken(anna, ['read'])
      const made = await admin.send<{ token: string }>(resetLink.POST, {
        method: 'POST',
        params: { id: anna.userId },
      })
      const use = () =>
        house.nobody.send(reset.POST, {
          method: 'POST',
          body: { token: made.body.token, password: NEXT_PASSWORD },
        })
      const phone = await house.again(anna)
      const linked = { provider: 'oidc', subject: 'intruder', userAgent: '' }
      const { provider, subject } = linked
      const row = { provider, subject, userId: anna.userId, label: '', createdAt: Date.now() }
      await house.store.signInAccounts.create(row)
      expect((await signInWithProvider(house.store, linked, Date.now())).ok).toBe(true)

      expect((await use()).status).toBe(204)
      expect(await learnerOf(anna)).toBeNull()
      expect(await learnerOf(phone)).toBeNull()
      expect(await house.store.sessions.listLiveByUser(anna.userId, Date.now())).toEqual([])
      expect((await script.send(me.GET)).status).toBe(401)
      expect(await signInWithProvider(house.store, linked, Date.now())).toMatchObject({ ok: false })
      expect((await use()).body.error.detail).toMatchObject({ reason: 'link-spent' })
    })
  })

  describe('leaving', () => {
    it('erases the person, keeps the audit nameless, and withdraws or hands over decks', async () => {
      const anna = await house.account({ passwordHash })
      const heir = await house.account({ email: uniqueEmail() })
      const studied = await seedDeck(house.store, 1)
      await answerCards(anna, false, studied.cardIds)
      const owned = await seedDeck(house.store, 1, 'PRIVATE')
      await house.store.transaction(async (tables) => {
        const deck = await tables.decks.find(owned.id)
        if (deck)
          await tables.decks.create({
            ...deck,
            id: `${owned.id}x`,
            slug: `${deck.slug}x`,
            ownerId: anna.userId,
          })
      })
      const leave = (body: unknown) => anna.send(account.DELETE, { method: 'DELETE', body })
      expect((await leave({ password: 'not this one' })).status).toBe(422)
      const undecided = await leave({ password: PASSWORD })
      expect(undecided.body.error.detail).toMatchObject({ reason: 'decks-remain' })
      const handOver = () =>
        leave({ password: PASSWORD, decks: { [`${owned.id}x`]: { handOverTo: heir.userId } } })
      // An account that exists is answered like one that does not, until it is in the deck by its own choice.
      const [stranger, unknown] = [
        await handOver(),
        await leave({ password: PASSWORD, decks: { [`${owned.id}x`]: { handOverTo: testId() } } }),
      ]
      expect([stranger.status, stranger.body]).toEqual([unknown.status, unknown.body])
      expect(stranger.body.error.detail).toMatchObject({ reason: 'no-such-heir' })
      await house.store.deckMembers.put({ deckId: `${owned.id}x`, userId: heir.userId, role: 'EDITOR' })
      const left = await handOver()
      expect(left.status).toBe(204)
      expect(await house.store.users.find(anna.userId)).toBeNull()
      expect(await house.store.studyEvents.countByUser(anna.userId)).toBe(0)
      expect(await house.store.memories.listByUser(anna.userId)).toEqual([])
      expect(await house.store.auditEvents.listAbout(anna.userId)).toEqual([])
      expect((await house.store.decks.find(`${owned.id}x`))?.ownerId).toBe(heir.userId)
    })

    it('everything can be downloaded first, without any hash', async () => {
      const anna = await house.account({ passwordHash })
      await house.withToken(anna, ['read'])
      const deck = await seedDeck(house.store, 2)
      await answerCards(anna, false, deck.cardIds)
      const all = await anna.send<{ events: unknown[]; memories: unknown[] }>(exported.GET)
      expect(all.headers.get('content-disposition')).toMatch(/^attachment; filename="unroll-.*\.json"$/)
      expect(all.body.events).toHaveLength(2)
      expect(all.body.memories).toHaveLength(2)
      expect(JSON.stringify(all.body)).not.toMatch(/argon2|"hash"/)
    })
  })
})
