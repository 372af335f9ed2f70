import { linkQuery, mediaParams } from '@/lib/authoring/deck-schemas'
import { getMedia } from '@/lib/authoring/get-media'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'An image of a deck that you may read, by the hash of its bytes.',
  params: mediaParams,
  query: linkQuery,
  handler: async ({ store, actor, params, query, request }) => {
    const media = await getMedia(store, actor, { ...params, ...query })
    if (!media.ok) return media
    const etag = `"${params.sha256}"`
    const headers = {
      'cache-control': 'private, max-age=31536000, immutable',
      etag,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'content-disposition': 'inline',
    }
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return new Response(media.value.bytes, { headers: { ...headers, 'content-type': media.value.mime } })
  },
})
