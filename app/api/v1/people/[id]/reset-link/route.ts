import { z } from 'zod'
import { byId } from '@/lib/account/account-schemas'
import { makeResetLink } from '@/lib/account/make-reset-link'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'administrator',
  summary: 'Makes a one-time secret for /reset/<token>, to be handed to somebody who forgot their password.',
  params: byId,
  answer: z.object({ token: z.string(), expiresAt: z.number().int() }),
  status: 201,
  handler: ({ store, actor, params, now }) => makeResetLink(store, actor, { userId: params.id }, now),
})
