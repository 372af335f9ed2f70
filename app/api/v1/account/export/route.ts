import { exportAccount } from '@/lib/account/export-account'
import { NO_STORE } from '@/lib/platform/door/answer'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'Downloads everything the house knows of you, as JSON.',
  limit: { name: 'export', points: 20, seconds: 3_600 },
  handler: async ({ store, actor, now }) => {
    const result = await exportAccount(store, actor, undefined, now)
    if (!result.ok) return result
    const day = new Date(now).toISOString().slice(0, 10)
    return new Response(JSON.stringify(result.value, null, 1), {
      headers: { ...NO_STORE, 'content-disposition': `attachment; filename="unroll-${day}.json"` },
    })
  },
})
