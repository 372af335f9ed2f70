import { decksAnswer, importAnswer, importBody } from '@/lib/authoring/deck-schemas'
import { importDeck } from '@/lib/authoring/import-deck'
import { listDecks } from '@/lib/authoring/list-decks'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'Decks: the house’s, your own and shared ones, those you study, and public ones.',
  answer: decksAnswer,
  handler: ({ store, actor }) => listDecks(store, actor),
})

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'A deck file as a deck of your own; sent again with the same key, it updates that deck.',
  body: importBody,
  answer: importAnswer,
  maxBytes: 30 * 1024 * 1024,
  limit: { name: 'deck-import', points: 30, seconds: 600 },
  handler: ({ store, actor, body, locale, now }) => {
    const images = Object.entries(body.images ?? {}).map(([name, base64]) => ({
      name,
      bytes: new Uint8Array(Buffer.from(base64, 'base64')),
    }))
    return importDeck(store, actor, { text: body.text, images, locale }, now)
  },
})
