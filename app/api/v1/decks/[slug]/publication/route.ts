import { slugParams } from '@/lib/authoring/deck-schemas'
import { getDifference } from '@/lib/authoring/publishing/get-difference'
import { publishDeck } from '@/lib/authoring/publishing/publish-deck'
import {
  differenceAnswer,
  partQuery,
  publishBody,
  publishedAnswer,
} from '@/lib/authoring/publishing/publishing-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'What publishing a deck would change for learners, note by note, rendered before and after.',
  params: slugParams,
  query: partQuery,
  answer: differenceAnswer,
  limit: { name: 'deck-difference', points: 300, seconds: 600 },
  handler: ({ store, actor, params, query, locale }) =>
    getDifference(store, actor, { ...params, ...query, locale }),
})

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Publishes what is drafted: learners have it at their next fetch, and every memory stays.',
  params: slugParams,
  body: publishBody,
  answer: publishedAnswer,
  maxBytes: 2 * 1024 * 1024,
  limit: { name: 'deck-publish', points: 60, seconds: 600 },
  handler: ({ store, actor, params, body, locale, now }) =>
    publishDeck(store, actor, { ...params, askAgain: [], leaveOut: [], ...body, locale }, now),
})
