import { z } from 'zod'
import { declineMerge } from '@/lib/account/decline-merge'
import { mergeGuest } from '@/lib/account/merge-guest'
import { answerWithSession } from '@/lib/platform/door/answer-with-session'
import { door } from '@/lib/platform/door/door'
import type { SessionClaims } from '@/lib/platform/session/session-token'

const guestOf = (claims: SessionClaims | null) => ({ guestSessionId: claims?.guestSessionId ?? null })
const withoutGuest = (claims: SessionClaims | null) =>
  claims === null ? null : { sessionId: claims.sessionId, guestSessionId: null }

export const POST = door({
  rule: 'account',
  summary: 'Unites what this browser learned as a guest with the account.',
  answer: z.object({ events: z.number().int(), cards: z.number().int() }),
  handler: async ({ store, actor, claims, request, now }) => {
    const result = await mergeGuest(store, actor, guestOf(claims), now)
    return result.ok ? answerWithSession(request, withoutGuest(claims), result.value) : result
  },
})

export const DELETE = door({
  rule: 'account',
  summary: 'Declines to unite: this browser forgets the guest.',
  handler: async ({ store, actor, claims, request, now }) => {
    const result = await declineMerge(store, actor, guestOf(claims), now)
    return result.ok ? answerWithSession(request, withoutGuest(claims), undefined) : result
  },
})
