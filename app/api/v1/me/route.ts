import { ok } from '@/lib/core/result'
import { door } from '@/lib/platform/door/door'

/** Who is here: null for nobody, so that a page may ask without an error. */
export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'Who is signed in, with their settings; learner is null for nobody.',
  handler: ({ learner }) => ok({ learner }),
})
