import { slugParams } from '@/lib/authoring/deck-schemas'
import { searchAnswer, searchQuery } from '@/lib/authoring/drafts/draft-schemas'
import { searchDraft } from '@/lib/authoring/drafts/search-draft'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'The ids of a deck’s notes, as its authors have them, that have all the words.',
  params: slugParams,
  query: searchQuery,
  answer: searchAnswer,
  limit: { name: 'draft-search', points: 600, seconds: 600 },
  handler: ({ store, actor, params, query }) => searchDraft(store, actor, { ...params, ...query }),
})
