import { z } from 'zod'
import { tokenBody, tokenSchema } from '@/lib/account/account-schemas'
import { listTokens } from '@/lib/account/list-tokens'
import { makeToken } from '@/lib/account/make-token'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  summary: 'API tokens, without their secrets.',
  answer: z.array(tokenSchema),
  handler: ({ store, actor }) => listTokens(store, actor),
})

export const POST = door({
  rule: 'account',
  summary: 'Makes an API token. Its secret is in this answer only.',
  body: tokenBody,
  answer: tokenSchema.extend({ token: z.string() }),
  status: 201,
  handler: ({ store, actor, body, now }) => makeToken(store, actor, body, now),
})
