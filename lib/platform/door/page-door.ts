import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Learner } from '@/lib/core/access/learner'
import { refusalOf, type Admitted, type Rule } from '@/lib/core/access/rule'
import type { Locale } from '@/lib/core/content/content'
import { currentTime } from '@/lib/platform/clock'
import { PATH_HEADER } from '@/lib/platform/csp/path-header'
import { getStore } from '@/lib/store/get-store'
import type { SessionClaims } from '@/lib/platform/session/session-token'
import type { Store } from '@/lib/store/store'
import { findVisitor } from './find-visitor'
import { readerLocale } from './reader-locale'

export type PageEntry<R extends Rule> = {
  store: Store
  actor: Admitted<R>
  learner: R extends 'anyone' ? Learner | null : Learner
  locale: Locale
  now: number
  /** What the session's cookie says beside whose it is. */
  claims: SessionClaims | null
}

/** Once a request, however many components ask. A page never listens to API tokens. */
const visit = cache(async () => {
  const own = new Headers(await headers())
  own.delete('authorization')
  const now = currentTime()
  const store = await getStore()
  const visited = await findVisitor(store, own, now)
  if (!visited.ok) throw new Error('A visitor without a token is never refused')
  const { actor, learner, claims } = visited.value
  const locale = readerLocale(own, learner)
  return { store, actor, learner, claims, locale, now, path: own.get(PATH_HEADER) ?? '/' }
})

/**
 * Every page begins with it: `const { store, actor, learner, locale, now } = await pageDoor('signed-in')`. Who must
 * sign in first is sent there and back again; a guest where an account is needed is offered one; what may not be
 * seen is not found. A test reads the rule from this call, so it is written as a literal.
 */
export async function pageDoor<R extends Rule>(rule: R): Promise<PageEntry<R>> {
  const { path, ...entry } = await visit()
  const refusal = refusalOf(rule, undefined, entry.actor)
  if (refusal?.code === 'sign-in-required') redirect(`/sign-in?from=${encodeURIComponent(path)}`)
  if (refusal?.code === 'forbidden' && refusal.reason === 'account-required') redirect('/sign-up')
  if (refusal) notFound()
  // The rule has let this actor in; the compiler cannot follow that.
  return entry as unknown as PageEntry<R>
}

/** For the layout, which has no rule of its own: who is here, if anybody. */
export async function currentVisitor(): Promise<{ learner: Learner | null; locale: Locale }> {
  const { learner, locale } = await visit()
  return { learner, locale }
}
