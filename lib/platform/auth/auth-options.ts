import type { AuthOptions, Session } from 'next-auth'
import { currentTime } from '@/lib/platform/clock'
import { getLog } from '@/lib/platform/log'
import { cookieName, cookieOptions, isHttpsRequest } from '@/lib/platform/session/cookies'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { linkIntentCookie } from '@/lib/platform/session/link-intent'
import { jwtOf, SESSION_SECONDS, type SessionIds } from '@/lib/platform/session/session-token'
import { getStore } from '@/lib/store/get-store'
import { reasonOf } from '@/lib/platform/errors/messages'
import { guestProvider } from './guest-provider'
import { findOidcProvider } from './oidc-provider'
import { passwordProvider } from './password-provider'
import { receiveIdentity } from './receive-identity'

declare module 'next-auth' {
  interface User {
    sessionId: string
    guestSessionId: string | null
  }
}

/** How long somebody may stay at the provider. */
const CHECKS_SECONDS = 900

/** next-auth's settings for one request: cookie names and options follow whether it came over https. */
export function authOptions(request: Request, addCookie: (header: string) => void): AuthOptions {
  const { headers } = request
  const isHttps = isHttpsRequest(headers)
  const cookie = (kind: Parameters<typeof cookieName>[0], maxAge?: number) => ({
    name: cookieName(kind, isHttps),
    options: cookieOptions(isHttps, maxAge),
  })
  const oidc = findOidcProvider()
  let identity: SessionIds | null = null // of who came back from the provider
  return {
    secret: getSessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings' },
    useSecureCookies: isHttps,
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
      state: cookie('state', CHECKS_SECONDS),
      pkceCodeVerifier: cookie('pkce', CHECKS_SECONDS),
      nonce: cookie('nonce', CHECKS_SECONDS),
    },
    providers: [guestProvider(headers), passwordProvider(headers, addCookie), ...(oidc ? [oidc.config] : [])],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) return jwtOf(identity ?? user)
        const store = await getStore()
        const isLive =
          typeof token.sid === 'string' && (await store.sessions.findLive(token.sid, currentTime()))
        if (!isLive) throw new Error('This session has ended') // next-auth then clears the cookie
        return token
      },
      // What a page needs of the learner it asks /api/v1/me for; next-auth's own answer says only that there is one.
      session: ({ session }): Session => ({ expires: session.expires }),
      signIn: async ({ account, user }) => {
        if (!oidc || account?.provider !== 'oidc') return true
        const who = {
          provider: oidc.issuer,
          subject: account.providerAccountId,
          label: user.email ?? user.name ?? '',
        }
        const received = await receiveIdentity(await getStore(), headers, who, currentTime())
        addCookie(await linkIntentCookie(headers, null))
        if (!received.ok) {
          const reason = reasonOf(received.detail) ?? 'AccessDenied'
          return reason === 'linked-elsewhere' ? `/settings?error=${reason}` : `/sign-in?error=${reason}`
        }
        identity = received.value.ids
        return true
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid !== 'string') return
        const store = await getStore()
        const now = currentTime()
        const session = await store.sessions.findLive(token.sid, now)
        if (session) await store.sessions.revoke(session.userId, session.id, now)
      },
    },
    logger: {
      error: (code, metadata) => {
        if (code !== 'JWT_SESSION_ERROR') getLog().error({ code, err: metadata }, 'next-auth')
      },
      warn: (code) => getLog().debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}
