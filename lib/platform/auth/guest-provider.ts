import Credentials from 'next-auth/providers/credentials'
import { beginAsGuest } from '@/lib/account/begin-as-guest'
import { currentTime } from '@/lib/platform/clock'
import { clientAddress } from '@/lib/platform/door/client-address'
import { findVisitor } from '@/lib/platform/door/find-visitor'
import { readerLocale } from '@/lib/platform/door/reader-locale'
import { isLocale } from '@/lib/platform/i18n/choose-locale'
import { takeFromLimit } from '@/lib/platform/rate-limit/take-from-limit'
import { getStore } from '@/lib/store/get-store'

/** Each press makes a row; a whole school may stand behind one address. */
const GUEST_LIMIT = { name: 'guest', points: 300, seconds: 3_600 }

export function guestProvider(headers: Headers) {
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
      const { locale, timeZone } = credentials ?? {}
      const { userId, sessionId } = await beginAsGuest(
        store,
        {
          locale: isLocale(locale) ? locale : readerLocale(headers, null),
          timeZone,
          userAgent: headers.get('user-agent') ?? '',
        },
        now,
      )
      return { id: userId, sessionId, guestSessionId: null }
    },
  })
}
