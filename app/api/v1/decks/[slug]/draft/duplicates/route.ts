import { slugParams } from '@/lib/authoring/deck-schemas'
import { duplicatesAnswer } from '@/lib/authoring/drafts/draft-schemas'
import { listDuplicates } from '@/lib/authoring/drafts/list-duplicates'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'Groups of notes that ask the same, or nearly.',
  params: slugParams,
  answer: duplicatesAnswer,
  limit: { name: 'note-duplicates', points: 60, seconds: 600 },
  handler: ({ store, actor, params }) => listDuplicates(store, actor, params),
})
