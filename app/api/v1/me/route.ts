import { z } from 'zod'
import { learnerSchema } from '@/lib/account/account-schemas'
import { ok } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'

/** Nobody gets null and no error, so that a page may simply ask. */
export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'Who is signed in, with their settings; learner is null for nobody.',
  answer: z.object({ learner: learnerSchema.nullable() }),
  handler: ({ learner }) => ok({ learner }),
})
