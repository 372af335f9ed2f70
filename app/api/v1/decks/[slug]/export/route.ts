import { slugParams } from '@/lib/authoring/deck-schemas'
import { exportAs } from '@/lib/authoring/exchange/export-as'
import { exportQuery } from '@/lib/authoring/exchange/import-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'The deck as an Anki package, a table (CSV) or JSON, which can be imported again.',
  params: slugParams,
  query: exportQuery,
  limit: { name: 'deck-export', points: 20, seconds: 600 },
  limitSignedIn: { name: 'deck-export', points: 60, seconds: 600 },
  handler: async ({ store, actor, learner, params, query, locale, now }) => {
    const scheduling = query.scheduling === 'yes'
    const file = await exportAs(
      store,
      actor,
      { ...params, ...query, scheduling, locale, calendar: learner },
      now,
    )
    if (!file.ok) return file
    const { name, type, body, size } = file.value
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${name}"`,
        ...(size === undefined ? {} : { 'content-length': String(size) }),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
