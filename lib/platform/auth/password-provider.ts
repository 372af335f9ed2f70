import Credentials from 'next-auth/providers/credentials'
import { normaliseEmail } from '@/lib/account/email-address'
import { signIn } from '@/lib/account/sign-in'
import { currentTime } from '@/lib/platform/clock'
import { clientAddress } from '@/lib/platform/door/client-address'
import { takeSignInAttempt } from '@/lib/platform/rate-limit/sign-in-limit'
import {
  cookieName,
  cookieOptions,
  isHttpsRequest,
  readCookie,
  setCookieHeader,
} from '@/lib/platform/session/cookies'
import { DEVICE_SECONDS, findKnownDevice, markDevice } from '@/lib/platform/session/device-cookie'
import { getStore } from '@/lib/store/get-store'
import { HashingIsBusy } from './password-hash'
import { takePlace } from './take-place'

/** Sign-in with e-mail and password. `addCookie` takes what next-auth has no way to send along. */
export function passwordProvider(headers: Headers, addCookie: (header: string) => void) {
  return Credentials({
    id: 'password',
    name: 'password',
    credentials: { email: {}, password: {} },
    async authorize(credentials) {
      const { email: written, password } = credentials ?? {}
      if (typeof written !== 'string' || typeof password !== 'string' || password.length > 1_000) return null
      const now = currentTime()
      const store = await getStore()
      const email = normaliseEmail(written) ?? written.slice(0, 254)
      const isHttps = isHttpsRequest(headers)
      const cookie = readCookie(headers.get('cookie'), cookieName('device', isHttps))
      const knownDevice = findKnownDevice(cookie, email)
      const attempt = await takeSignInAttempt(
        store,
        { email, address: clientAddress(headers), knownDevice },
        now,
      )
      if (!attempt.ok) throw new Error(attempt.code)
      const userAgent = headers.get('user-agent') ?? ''
      const result = await signIn(store, { email, password, userAgent }, now).catch((error: unknown) => {
        if (error instanceof HashingIsBusy) throw new Error('unavailable')
        throw error
      })
      if (!result.ok) return null
      await attempt.value.giveBack()
      addCookie(
        setCookieHeader(
          cookieName('device', isHttps),
          markDevice(cookie, email),
          cookieOptions(isHttps, DEVICE_SECONDS),
        ),
      )
      return { id: result.value.userId, ...(await takePlace(store, headers, result.value, now)) }
    },
  })
}
