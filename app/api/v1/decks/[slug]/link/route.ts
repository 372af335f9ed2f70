import { linkAnswer, slugParams } from '@/lib/authoring/deck-schemas'
import { renewDeckLink } from '@/lib/authoring/renew-deck-link'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Another link to an unlisted deck of yours; the one before opens nothing any more.',
  params: slugParams,
  answer: linkAnswer,
  limit: { name: 'deck-link', points: 60, seconds: 3600 },
  handler: ({ store, actor, params, now }) => renewDeckLink(store, actor, params, now),
})
