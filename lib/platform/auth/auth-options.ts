import type { AuthOptions, Session } from 'next-auth'
import { currentTime } from '@/lib/platform/clock'
import { getLog } from '@/lib/platform/log'
import { cookieName, cookieOptions, isHttpsRequest } from '@/lib/platform/session/cookies'
import { getSessionSecret } from '@/lib/platform/session/session-secret'
import { jwtOf, SESSION_SECONDS } from '@/lib/platform/session/session-token'
import { getStore } from '@/lib/store/get-store'
import { guestProvider } from './guest-provider'
import { passwordProvider } from './password-provider'

declare module 'next-auth' {
  interface User {
    sessionId: string
    guestSessionId: string | null
  }
}

/** next-auth's settings for one request: cookie names and options follow whether it came over https. */
export function authOptions(request: Request, addCookie: (header: string) => void): AuthOptions {
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
    providers: [guestProvider(headers), passwordProvider(headers, addCookie)],
    callbacks: {
      jwt: async ({ token, user }) => {
        if (user) return jwtOf(user)
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
