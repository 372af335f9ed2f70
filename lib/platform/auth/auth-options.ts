import type { AuthOptions, Session } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { beginAsGuest } from '@/lib/account/begin-as-guest'
import { currentTime } from '@/lib/platform/clock'
import { clientAddress } from '@/lib/platform/door/client-address'
import { findVisitor } from '@/lib/platform/door/find-visitor'
import { readerLocale } from '@/lib/platform/door/reader-locale'
import { getLog } from '@/lib/platform/log'
import { takeFromLimit } from '@/lib/platform/rate-limit/take-from-limit'
import { cookieName, cookieOptions, isHttpsRequest } from '@/lib/platform/session/cookies'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { SESSION_SECONDS } from '@/lib/platform/session/session-token'
import { isLocale } from '@/lib/platform/i18n/choose-locale'
import { getStore } from '@/lib/store/get-store'

/** Each press makes a row; a whole school may stand behind one address. */
const GUEST_LIMIT = { name: 'guest', points: 300, seconds: 3_600 }

declare module 'next-auth' {
  interface User {
    sessionId: string
  }
}

/** next-auth's settings for one request: cookie names and options follow whether it came over https. */
export function authOptions(request: Request): AuthOptions {
  const { headers } = request
  const isHttps = isHttpsRequest(headers)
  const cookie = (kind: Parameters<typeof cookieName>[0], maxAge?: number) => ({
    name: cookieName(kind, isHttps),
    options: cookieOptions(isHttps, maxAge),
  })
  const FIFTEEN_MINUTES = 900
  return {
    secret: getSessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings' },
    useSecureCookies: isHttps,
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
      state: cookie('state', FIFTEEN_MINUTES),
      pkceCodeVerifier: cookie('pkce', FIFTEEN_MINUTES),
      nonce: cookie('nonce', FIFTEEN_MINUTES),
    },
    providers: [guestProvider(headers)],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) return { sid: user.sessionId }
        const store = await getStore()
        const isLive =
          typeof token.sid === 'string' && (await store.sessions.findLive(token.sid, currentTime()))
        if (!isLive) throw new Error('This session has ended') // next-auth then clears the cookie
        return token
      },
      // What a page needs of the learner it asks /api/v1/me for; next-auth's own answer says only that there is one.
      session: ({ session }): Session => ({ expires: session.expires }),
      signIn: () => true,
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

function guestProvider(headers: Headers) {
  return Credentials({
    id: 'guest',
    name: 'guest',
    credentials: { timeZone: {}, locale: {} },
    async authorize(credentials) {
      const now = currentTime()
      const store = await getStore()
      const before = await findVisitor(store, headers, now)
      if (before.ok && before.value.actor.kind === 'user') throw new Error('signed-in-already')
      const taken = await takeFromLimit(store, GUEST_LIMIT, clientAddress(headers), now)
      if (!taken.ok) throw new Error(taken.code)
      const chosen = credentials?.locale
      const { userId, sessionId } = await beginAsGuest(
        store,
        {
          locale: isLocale(chosen) ? chosen : readerLocale(headers, null),
          timeZone: credentials?.timeZone,
          userAgent: headers.get('user-agent') ?? '',
        },
        now,
      )
      return { id: userId, sessionId }
    },
  })
}
