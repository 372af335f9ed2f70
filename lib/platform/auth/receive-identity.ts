import { linkProvider } from '@/lib/account/link-provider'
import { signInWithProvider } from '@/lib/account/sign-in-with-provider'
import { fail, ok, type Result } from '@/lib/core/result'
import { findVisitor } from '@/lib/platform/door/find-visitor'
import { readLinkIntent } from '@/lib/platform/session/link-intent'
import type { SessionIds } from '@/lib/platform/session/session-token'
import type { Store } from '@/lib/store/store'
import { takePlace } from './take-place'

type Identity = { provider: string; subject: string; label: string }

/** Somebody comes back from the provider: to link, if their own session asked for that before they left, else to sign in. */
export async function receiveIdentity(
  store: Store,
  headers: Headers,
  identity: Identity,
  now: number,
): Promise<Result<{ ids: SessionIds; isLinked: boolean }>> {
  const intent = await readLinkIntent(headers)
  const visited = await findVisitor(store, headers, now)
  const visitor = visited.ok ? visited.value : null
  if (intent !== null && visitor?.actor.kind === 'user' && visitor.claims?.sessionId === intent) {
    const linked = await linkProvider(store, visitor.actor, identity, now)
    return linked.ok ? ok({ ids: visitor.claims, isLinked: true }) : linked
  }
  if (intent !== null) return fail('sign-in-required')
  const userAgent = headers.get('user-agent') ?? ''
  const opened = await signInWithProvider(store, { ...identity, userAgent }, now)
  return opened.ok ? ok({ ids: await takePlace(store, headers, opened.value, now), isLinked: false }) : opened
}
