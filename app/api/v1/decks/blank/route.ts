import { createDeck } from '@/lib/authoring/drafts/create-deck'
import { newDeckAnswer, newDeckBody } from '@/lib/authoring/drafts/draft-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'An empty deck of your own, to be written in the editor.',
  body: newDeckBody,
  status: 201,
  answer: newDeckAnswer,
  limit: { name: 'deck-blank', points: 60, seconds: 600 },
  handler: ({ store, actor, body, now }) => createDeck(store, actor, { description: {}, ...body }, now),
})
