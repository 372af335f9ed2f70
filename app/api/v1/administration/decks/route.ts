import { allDecksAnswer, allDecksQuery } from '@/lib/administration/administration-schemas'
import { listAllDecks } from '@/lib/administration/list-all-decks'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'administrator',
  summary: 'Every deck with its owner and sizes, without its contents.',
  query: allDecksQuery,
  answer: allDecksAnswer,
  handler: ({ store, actor, query }) => listAllDecks(store, actor, query),
})
