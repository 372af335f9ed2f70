import { changeDeck } from '@/lib/authoring/change-deck'
import { changeBody, deckAnswer, linkQuery, sharingAnswer, slugParams } from '@/lib/authoring/deck-schemas'
import { getDeck } from '@/lib/authoring/get-deck'
import { withdrawDeck } from '@/lib/authoring/withdraw-deck'
import { door } from '@/lib/platform/door/door'
import { DECK_READ_LIMIT, DECK_READ_LIMIT_SIGNED_IN } from '@/lib/platform/rate-limit/learner-limits'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'A deck as published, with every card rendered.',
  params: slugParams,
  query: linkQuery,
  answer: deckAnswer,
  limit: DECK_READ_LIMIT,
  limitSignedIn: DECK_READ_LIMIT_SIGNED_IN,
  handler: ({ store, actor, params, query }) => getDeck(store, actor, { ...params, ...query }),
})

export const PATCH = door({
  rule: 'account',
  scope: 'author',
  summary: 'Who may find a deck of yours; an unlisted one has a link that opens it.',
  params: slugParams,
  body: changeBody,
  answer: sharingAnswer,
  handler: ({ store, actor, params, body, now }) => changeDeck(store, actor, { ...params, ...body }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary: 'Withdraws a deck of yours; it stays, as last published, with those who study it.',
  params: slugParams,
  handler: ({ store, actor, params, now }) => withdrawDeck(store, actor, params, now),
})
