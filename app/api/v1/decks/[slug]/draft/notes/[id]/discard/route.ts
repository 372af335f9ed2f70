import { discardNoteDraft } from '@/lib/authoring/drafts/discard-note-draft'
import { discardAnswer, discardBody, noteParams } from '@/lib/authoring/drafts/draft-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes a note back to what is published; the answer carries what was drafted.',
  params: noteParams,
  body: discardBody,
  answer: discardAnswer,
  handler: ({ store, actor, params, body, locale, now }) =>
    discardNoteDraft(store, actor, { ...params, ...body, locale }, now),
})
