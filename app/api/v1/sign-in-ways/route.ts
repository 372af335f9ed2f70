import { z } from 'zod'
import { signInWays } from '@/lib/account/sign-in-ways'
import { ok } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  summary:
    'What the sign-in page can offer: the provider, if one is set up, and whether passwords are mailed.',
  answer: z.object({ oidc: z.object({ name: z.string() }).nullable(), mail: z.boolean() }),
  handler: () => ok(signInWays()),
})
