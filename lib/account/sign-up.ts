import type { Actor } from '@/lib/core/access/actor'
import type { Locale } from '@/lib/core/content/content'
import { fail, ok, type Result } from '@/lib/core/result'
import { hashPassword } from '@/lib/platform/auth/password-hash'
import type { Store } from '@/lib/store/store'
import type { Tables } from '@/lib/store/tables'
import { isUniqueViolation } from '@/lib/store/unique-violation'
import { audit } from './audit'
import { checkNewPassword } from './check-new-password'
import { normaliseEmail } from './email-address'
import { makeLearner } from './make-learner'
import { openSession } from './open-session'
import { knownTimeZone } from './time-zone'

export type SignUpInput = {
  name: string
  email: string
  password: string
  locale: Locale
  timeZone: string | undefined
  userAgent: string
}

type SignedUp = { userId: string; sessionId: string }

/**
 * A new account. A guest keeps their id and with it everything they learned; the cookie they had opens nothing any
 * more, wherever it was copied to.
 */
export async function signUp(
  store: Store,
  actor: Actor,
  input: SignUpInput,
  now: number,
): Promise<Result<SignedUp>> {
  if (actor.kind === 'user' && !actor.guest) return fail('conflict', { reason: 'not-a-guest' })
  const email = normaliseEmail(input.email)
  if (email === null) return fail('invalid', { reason: 'email-malformed', field: 'email' })
  const password = checkNewPassword(input.password, { email, name: input.name })
  if (!password.ok) return password
  if (await store.users.findByEmail(email)) return emailTaken()
  const account = { name: input.name, email, passwordHash: await hashPassword(password.value) }
  try {
    return await store.transaction((tables) =>
      actor.kind === 'user'
        ? upgradeGuest(tables, actor.userId, account, input, now)
        : makeAccount(tables, account, input, now),
    )
  } catch (error) {
    if (isUniqueViolation(error)) return emailTaken() // somebody was a moment faster
    throw error
  }
}

type Account = { name: string; email: string; passwordHash: string }

async function makeAccount(
  tables: Tables,
  account: Account,
  { locale, timeZone, userAgent }: SignUpInput,
  now: number,
): Promise<Result<SignedUp>> {
  const user = await makeLearner(
    tables,
    { ...account, locale, timeZone: knownTimeZone(timeZone), guest: false },
    now,
  )
  await audit(tables, { actorId: user.id, verb: 'account-made', userId: user.id }, now)
  return ok({ userId: user.id, sessionId: await openSession(tables, user, userAgent, now) })
}

async function upgradeGuest(
  tables: Tables,
  id: string,
  account: Account,
  { userAgent }: SignUpInput,
  now: number,
): Promise<Result<SignedUp>> {
  if (!(await tables.users.upgradeGuest(id, account))) return fail('conflict', { reason: 'not-a-guest' })
  await tables.sessions.revokeAll(id, now)
  await audit(tables, { actorId: id, verb: 'account-made', userId: id, detail: { from: 'guest' } }, now)
  return ok({ userId: id, sessionId: await openSession(tables, { id, guest: false }, userAgent, now) })
}

const emailTaken = () => fail('conflict', { reason: 'email-taken', field: 'email' })
