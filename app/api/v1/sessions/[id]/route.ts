import { byId } from '@/lib/account/account-schemas'
import { endSession } from '@/lib/account/end-session'
import { door } from '@/lib/platform/door/door'

export const DELETE = door({
  rule: 'signed-in',
  summary: 'Signs one browser out.',
  params: byId,
  handler: ({ store, actor, params, now }) => endSession(store, actor, params, now),
})
