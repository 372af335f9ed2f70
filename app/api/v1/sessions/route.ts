import { z } from 'zod'
import { sessionSchema } from '@/lib/account/account-schemas'
import { endAllSessions } from '@/lib/account/end-all-sessions'
import { listSessions } from '@/lib/account/list-sessions'
import { answerWithSession } from '@/lib/platform/door/answer-with-session'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  summary: 'The browsers that are signed in.',
  answer: z.array(sessionSchema),
  handler: ({ store, actor, now }) => listSessions(store, actor, undefined, now),
})

export const DELETE = door({
  rule: 'signed-in',
  summary: 'Signs out everywhere, here too.',
  handler: async ({ store, actor, request, now }) => {
    const result = await endAllSessions(store, actor, { keepsThis: false }, now)
    return result.ok ? answerWithSession(request, null, undefined) : result
  },
})
