import { byId } from '@/lib/account/account-schemas'
import { barBody } from '@/lib/administration/administration-schemas'
import { barDeck } from '@/lib/administration/bar-deck'
import { door } from '@/lib/platform/door/door'

export const PUT = door({
  rule: 'administrator',
  summary: 'Takes a deck out of the gallery, with a reason that its owner reads.',
  params: byId,
  body: barBody,
  handler: ({ store, actor, params, body, now }) =>
    barDeck(store, actor, { deckId: params.id, reason: body.reason }, now),
})

export const DELETE = door({
  rule: 'administrator',
  summary: 'Lets a deck be published in the gallery again.',
  params: byId,
  handler: ({ store, actor, params, now }) => barDeck(store, actor, { deckId: params.id, reason: null }, now),
})
