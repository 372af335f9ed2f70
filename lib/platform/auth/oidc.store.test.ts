import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as account from '@/app/api/v1/account/route'
import * as provider from '@/app/api/v1/account/provider/route'
import * as me from '@/app/api/v1/me/route'
import type { AccountView } from '@/lib/account/describe-account'
import { openTestHouse, ORIGIN, type Caller, type TestHouse } from '@/lib/account/testing/test-house'
import type { Learner } from '@/lib/core/access/learner'
import { AuthBrowser } from './testing/auth-browser'
import { startLocalProvider, type LocalProvider } from './testing/local-oidc-provider'

describe('sign-in at a provider', () => {
  let house: TestHouse
  let oidc: LocalProvider
  beforeAll(async () => {
    oidc = await startLocalProvider()
    Object.assign(process.env, {
      PUBLIC_URL: ORIGIN,
      OIDC_ISSUER: oidc.issuer,
      OIDC_CLIENT_ID: 'unroll',
      OIDC_CLIENT_SECRET: 'secret',
    })
    house = await openTestHouse('sqlite')
  })
  afterAll(async () => {
    await house.close()
    await oidc.close()
  })
  let number = 0
  beforeEach(() => {
    number += 1
    oidc.person = { sub: `ada-${number}`, name: 'Ada', email: `ada-${number}@example.org` }
    oidc.forgedNonce = null
  })

  /** To the provider and back. Returns where the browser is sent then. */
  async function visitProvider(browser: AuthBrowser): Promise<string> {
    const begun = await browser.send('POST', '/api/auth/signin/oidc', { csrfToken: await browser.csrf() })
    const there = await fetch(begun.url, { redirect: 'manual' })
    return (await browser.send('GET', there.headers.get('location') ?? '')).url
  }

  async function learnerIn(browser: AuthBrowser): Promise<Learner | null> {
    const { body } = await house.nobody.send<{ learner: Learner | null }>(me.GET, {
      headers: { cookie: browser.cookie },
    })
    return body.learner
  }

  function browserOf(caller: Caller): AuthBrowser {
    const browser = new AuthBrowser()
    browser.keep(caller.cookie)
    return browser
  }

  async function askToLink(browser: AuthBrowser): Promise<number> {
    const asked = await house.nobody.send(provider.POST, {
      method: 'POST',
      headers: { cookie: browser.cookie },
    })
    browser.keep(asked.headers.get('set-cookie') ?? '')
    return asked.status
  }

  it('is refused to an identity that nobody linked, even with the address of an account', async () => {
    await house.account({ email: oidc.person.email })
    const browser = new AuthBrowser()
    expect(await visitProvider(browser)).toBe('/sign-in?error=not-linked')
    expect(await learnerIn(browser)).toBeNull()
  })

  it('opens the account that linked it from its settings, and no other', async () => {
    const anna = await house.account()
    const browser = browserOf(anna)
    expect(await askToLink(browser)).toBe(204)
    await visitProvider(browser)
    expect((await learnerIn(browser))?.id).toBe(anna.userId)
    const view = await anna.send<AccountView>(account.GET)
    expect(view.body.providers).toMatchObject([{ provider: oidc.issuer, label: oidc.person.email }])
    const elsewhere = new AuthBrowser()
    expect(await visitProvider(elsewhere)).toBe(ORIGIN)
    expect((await learnerIn(elsewhere))?.id).toBe(anna.userId)
    const other = browserOf(await house.account())
    await askToLink(other)
    expect(await visitProvider(other)).toBe('/settings?error=linked-elsewhere')
  })

  it('links nothing for who did not ask: another’s identity cannot be slipped in', async () => {
    const anna = await house.account()
    const browser = browserOf(anna)
    expect(await visitProvider(browser)).toBe('/sign-in?error=not-linked')
    expect(await house.store.signInAccounts.listByUser(anna.userId)).toEqual([])
    // The wish of one session is not that of whoever is signed in when it comes back.
    const other = browserOf(await house.account())
    await askToLink(other)
    other.keep(anna.cookie)
    await visitProvider(other)
    expect(await house.store.signInAccounts.listByUser(anna.userId)).toEqual([])
  })

  it('makes a guest an account, which keeps a way in', async () => {
    const guest = await house.guest()
    const browser = browserOf(guest)
    await askToLink(browser)
    await visitProvider(browser)
    expect(await house.store.users.get(guest.userId)).toMatchObject({ guest: false, email: null })
    const unlinked = await guest.send(provider.DELETE, { method: 'DELETE' })
    expect(unlinked.body.error.detail).toMatchObject({ reason: 'last-way-in' })
    const elsewhere = new AuthBrowser()
    await visitProvider(elsewhere)
    expect((await learnerIn(elsewhere))?.id).toBe(guest.userId)
  })

  it('believes no identity that was made for another sign-in', async () => {
    const browser = browserOf(await house.account())
    await askToLink(browser)
    oidc.forgedNonce = 'of another day'
    expect(await visitProvider(browser)).toMatch(/error=/)
    expect(await house.store.signInAccounts.find(oidc.issuer, oidc.person.sub)).toBeNull()
  })
})
