import { linkQuery, slugParams } from '@/lib/authoring/deck-schemas'
import { exportDeck } from '@/lib/authoring/export-deck'
import { door } from '@/lib/platform/door/door'
import { DECK_READ_LIMIT, DECK_READ_LIMIT_SIGNED_IN } from '@/lib/platform/rate-limit/learner-limits'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'The deck as a file in Markdown, which can be imported again.',
  params: slugParams,
  query: linkQuery,
  limit: DECK_READ_LIMIT,
  limitSignedIn: DECK_READ_LIMIT_SIGNED_IN,
  handler: async ({ store, actor, params, query }) => {
    const file = await exportDeck(store, actor, { ...params, ...query })
    if (!file.ok) return file
    return new Response(file.value.text, {
      headers: {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; filename="${file.value.name}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
