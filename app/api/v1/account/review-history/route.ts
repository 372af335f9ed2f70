import { exportReviewHistory } from '@/lib/account/export-review-history'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'signed-in',
  scope: 'read',
  summary: 'Your answers as CSV, as FSRS’ optimizer reads them.',
  limit: { name: 'export', points: 20, seconds: 3_600 },
  handler: async ({ store, actor, now }) => {
    const history = await exportReviewHistory(store, actor)
    if (!history.ok) return history
    const day = new Date(now).toISOString().slice(0, 10)
    return new Response(history.value, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="unroll-reviews-${day}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
})
