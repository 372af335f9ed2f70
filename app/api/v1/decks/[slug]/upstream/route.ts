import { slugParams } from '@/lib/authoring/deck-schemas'
import { compareUpstream } from '@/lib/authoring/upstream/compare-upstream'
import { takeOver } from '@/lib/authoring/upstream/take-over'
import { takeOverBody, takenAnswer, upstreamAnswer } from '@/lib/authoring/upstream/upstream-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'What changed in the deck that this one is a copy of.',
  params: slugParams,
  answer: upstreamAnswer,
  handler: ({ store, actor, params }) => compareUpstream(store, actor, params),
})

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes over what changed in the original into the draft of a copy, at most 200 notes at once.',
  params: slugParams,
  body: takeOverBody,
  answer: takenAnswer,
  limit: { name: 'take-over', points: 120, seconds: 600 },
  handler: ({ store, actor, params, body, locale, now }) =>
    takeOver(store, actor, { ...params, ...body, locale }, now),
})
