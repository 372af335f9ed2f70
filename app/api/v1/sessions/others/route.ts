import { z } from 'zod'
import { endAllSessions } from '@/lib/account/end-all-sessions'
import { door } from '@/lib/platform/door/door'

export const DELETE = door({
  rule: 'signed-in',
  summary: 'Signs out everywhere but here.',
  answer: z.object({ ended: z.number().int() }),
  handler: ({ store, actor, now }) => endAllSessions(store, actor, { keepsThis: true }, now),
})
