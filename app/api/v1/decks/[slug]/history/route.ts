import { slugParams } from '@/lib/authoring/deck-schemas'
import { listHistory } from '@/lib/authoring/publishing/list-history'
import { historyAnswer } from '@/lib/authoring/publishing/publishing-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'anyone',
  scope: 'read',
  summary: 'The change log of a deck: what each version changed, the newest first.',
  params: slugParams,
  answer: historyAnswer,
  handler: ({ store, actor, params }) => listHistory(store, actor, params),
})
