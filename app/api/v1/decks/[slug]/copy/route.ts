import { copyDeck } from '@/lib/authoring/copy-deck'
import { copyAnswer, slugParams } from '@/lib/authoring/deck-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'A deck of your own with the same notes.',
  params: slugParams,
  status: 201,
  answer: copyAnswer,
  limit: { name: 'deck-copy', points: 30, seconds: 600 },
  handler: ({ store, actor, params, now }) => copyDeck(store, actor, params, now),
})
