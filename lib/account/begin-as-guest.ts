import type { Locale } from '@/lib/core/content/content'
import type { Store } from '@/lib/store/store'
import { makeLearner } from './make-learner'
import { openSession } from './open-session'
import { knownTimeZone } from './time-zone'

const NAME: Record<Locale, string> = { en: 'Guest', zh: '访客' }

/** One press: a real learner, whose only key is this browser's session. */
export async function beginAsGuest(
  store: Store,
  input: { locale: Locale; timeZone: string | undefined; userAgent: string },
  now: number,
): Promise<{ userId: string; sessionId: string }> {
  const { locale, userAgent } = input
  const timeZone = knownTimeZone(input.timeZone)
  return store.transaction(async (tables) => {
    const user = await makeLearner(tables, { name: NAME[locale], locale, timeZone, guest: true }, now)
    return { userId: user.id, sessionId: await openSession(tables, user, userAgent, now) }
  })
}
