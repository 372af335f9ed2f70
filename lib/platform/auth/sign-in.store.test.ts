import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as me from '@/app/api/v1/me/route'
import { openTestHouse, PASSWORD, type TestHouse } from '@/lib/account/testing/test-house'
import type { Learner } from '@/lib/core/access/learner'
import { databaseKinds } from '@/lib/store/database-place'
import { takeSignInAttempt } from '../rate-limit/sign-in-limit'
import { hashPassword } from './password-hash'
import { AuthBrowser } from './testing/auth-browser'

const from = (address: string) => new AuthBrowser('http://localhost:3000', { 'x-forwarded-for': address })

describe.each(databaseKinds)('sign-in on %s', (kind) => {
  let house: TestHouse
  let passwordHash: string
  beforeAll(async () => {
    house = await openTestHouse(kind)
    passwordHash = await hashPassword(PASSWORD)
  })
  afterAll(() => house.close())

  let number = 0
  const freshAddress = () => `198.51.100.${(number += 1)}`
  async function person() {
    const email = `ben-${(number += 1)}@example.org`
    return { email, ...(await house.account({ email, passwordHash })) }
  }
  async function learnerIn(browser: AuthBrowser): Promise<Learner | null> {
    const { body } = await house.nobody.send<{ learner: Learner | null }>(me.GET, {
      headers: { cookie: browser.cookie },
    })
    return body.learner
  }

  it('as a guest: one press, a learner with a preset, a session of a year, the browser’s zone', async () => {
    const browser = from(freshAddress())
    const answer = await browser.signIn('guest', { timeZone: 'Asia/Kathmandu', locale: 'zh' })
    expect(answer.status).toBe(200)
    const learner = await learnerIn(browser)
    expect(learner).toMatchObject({ guest: true, timeZone: 'Asia/Kathmandu', locale: 'zh', name: '访客' })
    const id = learner?.id ?? ''
    expect(await house.store.presets.listByUser(id)).toHaveLength(1)
    const [session] = await house.store.sessions.listLiveByUser(id, Date.now())
    expect((session.expiresAt - session.createdAt) / 86_400_000).toBe(365)
    expect((await browser.signIn('guest')).status).toBe(401) // a second press makes nobody new
  })

  it('with a zone that no calendar knows falls back to UTC', async () => {
    const browser = from(freshAddress())
    await browser.signIn('guest', { timeZone: 'Mars/Olympus' })
    expect((await learnerIn(browser))?.timeZone).toBe('UTC')
  })

  it('with e-mail and password, however the address is written', async () => {
    const { email, userId } = await person()
    const browser = from(freshAddress())
    expect(
      (await browser.signIn('password', { email: ` ${email.toUpperCase()} `, password: PASSWORD })).status,
    ).toBe(200)
    expect((await learnerIn(browser))?.id).toBe(userId)
    expect(
      await browser.send('POST', '/api/auth/signout', { csrfToken: await browser.csrf() }),
    ).toMatchObject({ status: 200 })
    expect(await learnerIn(browser)).toBeNull()
  })

  it('is refused alike for a wrong password and for nobody’s address', async () => {
    const { email } = await person()
    const wrong = await from(freshAddress()).signIn('password', { email, password: 'wrong-password-1' })
    const unknown = await from(freshAddress()).signIn('password', {
      email: `no-${email}`,
      password: 'wrong-password-1',
    })
    expect(wrong).toEqual(unknown)
    expect(wrong.status).toBe(401)
  })

  it('without next-auth’s own token makes no session', async () => {
    const { email } = await person()
    const browser = from(freshAddress())
    await browser.send('POST', '/api/auth/callback/password', {
      csrfToken: 'forged',
      email,
      password: PASSWORD,
    })
    expect(await learnerIn(browser)).toBeNull()
  })

  it('takes as long for unknown accounts as for known ones', async () => {
    const { email } = await person()
    const time = async (address: string) => {
      const started = performance.now()
      await from(freshAddress()).signIn('password', { email: address, password: 'wrong-password-1' })
      return performance.now() - started
    }
    await time(email) // the first makes the hash that stands in for nobody's
    await time(`no-${email}`)
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 5; i++) {
      known.push(await time(email))
      unknown.push(await time(`no-${i}-${email}`))
    }
    const median = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]
    const ratio = median(unknown) / median(known)
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  describe('of somebody who guesses', () => {
    it('is stopped after ten tries, even with the right password then', async () => {
      const { email } = await person()
      const guesser = from(freshAddress())
      const answers = []
      for (let i = 0; i < 12; i++)
        answers.push(await guesser.signIn('password', { email, password: `guess-${i}-wrong` }))
      expect(answers.slice(0, 10).every(({ url }) => url.includes('CredentialsSignin'))).toBe(true)
      expect(answers.slice(10).every(({ url }) => url.includes('error=too-many'))).toBe(true)
      const right = await guesser.signIn('password', { email, password: PASSWORD })
      expect(right.url).toContain('error=too-many')
    })

    it('does not keep the owner out: not from elsewhere, and not in a browser that signed in before', async () => {
      const { email, userId } = await person()
      const own = from(freshAddress())
      await own.signIn('password', { email, password: PASSWORD })
      await own.send('POST', '/api/auth/signout', { csrfToken: await own.csrf() })
      for (let i = 0; i < 60; i++) {
        const attempt = { email, address: `203.0.113.${i % 6}`, knownDevice: null }
        await takeSignInAttempt(house.store, attempt, Date.now())
      }
      const stranger = await from(freshAddress()).signIn('password', { email, password: PASSWORD })
      expect(stranger.url).toContain('error=too-many')
      expect((await own.signIn('password', { email, password: PASSWORD })).status).toBe(200)
      expect((await learnerIn(own))?.id).toBe(userId)
    })

    it('ends by itself: every window has an end that refused tries do not move', async () => {
      const limit = { name: `test-window-${kind}`, points: 2, seconds: 1 }
      const { attempts } = house.store
      const take = async () => (await attempts.take(limit, 'k', Date.now())).isAllowed
      expect([await take(), await take(), await take()]).toEqual([true, true, false])
      const until = Date.now() + 700
      while (Date.now() < until) expect(await take()).toBe(false)
      await new Promise((resolve) => setTimeout(resolve, 450))
      expect(await take()).toBe(true)
    })
  })

  it('from a guest’s browser offers that guest, and the account’s earlier session there has ended', async () => {
    const { email, userId } = await person()
    const browser = from(freshAddress())
    await browser.signIn('guest')
    await browser.signIn('password', { email, password: PASSWORD })
    const offered = await house.nobody.send<{ mergeOffer: unknown }>(account.GET, {
      headers: { cookie: browser.cookie },
    })
    expect(offered.body.mergeOffer).toEqual({ events: 0, classes: 0 })
    const before = browser.cookie
    await browser.signIn('password', { email, password: PASSWORD })
    const old = await house.nobody.send<{ learner: Learner | null }>(me.GET, { headers: { cookie: before } })
    expect(old.body.learner).toBeNull()
    expect((await learnerIn(browser))?.id).toBe(userId)
  })

  it('over https keeps its cookies to this host alone', async () => {
    const browser = new AuthBrowser('https://unroll.example', { 'x-forwarded-for': freshAddress() })
    await browser.signIn('guest')
    expect([...browser.jar.keys()].every((name) => name.startsWith('__Host-unroll.'))).toBe(true)
    expect(browser.jar.has('__Host-unroll.session')).toBe(true)
  })
})
