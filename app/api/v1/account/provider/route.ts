import { fail } from '@/lib/core/result'
import { unlinkProvider } from '@/lib/account/unlink-provider'
import { findOidcProvider } from '@/lib/platform/auth/oidc-provider'
import { answerValue } from '@/lib/platform/door/answer'
import { door } from '@/lib/platform/door/door'
import { linkIntentCookie } from '@/lib/platform/session/link-intent'

export const POST = door({
  rule: 'signed-in',
  summary: 'Before a sign-in at the provider that is to be linked to this account: good for ten minutes.',
  handler: async ({ claims, request }) => {
    if (findOidcProvider() === null || claims === null) return fail('unavailable', { reason: 'no-oidc' })
    const answer = answerValue(undefined, 204)
    answer.headers.append('set-cookie', await linkIntentCookie(request.headers, claims.sessionId))
    return answer
  },
})

export const DELETE = door({
  rule: 'account',
  summary: 'Unlinks the provider, if there is another way to sign in.',
  handler: ({ store, actor, now }) => {
    const oidc = findOidcProvider()
    if (!oidc) return fail('not-found')
    return unlinkProvider(store, actor, { provider: oidc.issuer }, now)
  },
})
