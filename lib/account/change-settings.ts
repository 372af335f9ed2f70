import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { Theme } from '@/lib/core/access/learner'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { isKnownTimeZone } from './time-zone'

export type SettingsChange = {
  name?: string | undefined
  locale?: Locale | undefined
  theme?: Theme | undefined
  timeZone?: string | undefined
  dayStartsAtHour?: number | undefined
  swipes?: boolean | undefined
}

/** Zone and day start decide what day it is from now on: answers already given keep the day they were given on. */
export async function changeSettings(
  store: Store,
  actor: SignedIn,
  change: SettingsChange,
): Promise<Result<undefined>> {
  if (!can(actor, 'account.manage', { userId: actor.userId })) return fail('forbidden')
  if (change.timeZone !== undefined && !isKnownTimeZone(change.timeZone)) {
    return fail('invalid', { reason: 'unknown-time-zone', field: 'timeZone' })
  }
  const { dayStartsAtHour, ...columns } = change
  const given = Object.fromEntries(
    Object.entries({ ...columns, dayStartsAt: dayStartsAtHour }).filter(([, value]) => value !== undefined),
  )
  return (await store.users.update(actor.userId, given)) ? ok(undefined) : fail('not-found')
}
