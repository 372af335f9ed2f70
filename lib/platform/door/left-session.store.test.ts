import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as me from '@/app/api/v1/me/route'
import { openTestHouse, PASSWORD, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import type { Learner } from '@/lib/core/access/learner'
import { LEFT_COOKIE } from '@/lib/platform/session/left-cookie'

describe('who signed out where no server could be reached', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse('sqlite')
  })
  afterAll(() => house.close())

  const ask = (caller: Caller, headers: Record<string, string> = {}) =>
    caller.send<{ learner: Learner | null }>(me.GET, { headers })
  const left = (caller: Caller) => ({ cookie: `${caller.cookie}; ${LEFT_COOKIE}=1` })

  it('is nobody at the next request, which ends the session and takes the mark along', async () => {
    const caller = await house.account()
    const other = await house.again(caller)
    expect((await ask(caller)).body.learner?.id).toBe(caller.userId)
    const answer = await ask(caller, left(caller))
    expect(answer.body.learner).toBeNull()
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(`^${LEFT_COOKIE}=; .*Max-Age=0$`)])
    expect((await ask(caller)).body.learner).toBeNull()
    expect((await ask(other)).body.learner?.id).toBe(caller.userId) // another browser of theirs
  })

  it('may sign up at once, and stays', async () => {
    const caller = await house.guest()
    const email = 'left@example.org'
    const made = await house.nobody.send(account.POST, {
      method: 'POST',
      body: { name: 'Ada', email, password: PASSWORD },
      headers: left(caller),
    })
    expect(made.status).toBe(201)
    const cookies = made.headers.getSetCookie()
    expect(cookies).toContainEqual(expect.stringMatching(`^${LEFT_COOKIE}=; `))
    const [session] = cookies
      .filter((cookie) => cookie.startsWith('unroll.session='))
      .map((one) => one.split(';')[0])
    const { learner } = (await ask(house.nobody, { cookie: session })).body
    expect(learner).toMatchObject({ email, guest: false })
    expect(learner?.id).not.toBe(caller.userId)
  })

  it('is not who comes with a token', async () => {
    const owner = await house.account()
    const script = await house.withToken(owner, ['read'])
    const answer = await ask(script, { cookie: `${LEFT_COOKIE}=1` })
    expect(answer.body.learner?.id).toBe(owner.userId)
    expect(answer.headers.getSetCookie()).toEqual([])
  })
})
