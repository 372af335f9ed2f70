import { sharingAnswer, slugParams } from '@/lib/authoring/deck-schemas'
import { getSharing } from '@/lib/authoring/get-sharing'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'Who may find a deck of yours, with its link.',
  params: slugParams,
  answer: sharingAnswer,
  handler: ({ store, actor, params }) => getSharing(store, actor, params),
})
