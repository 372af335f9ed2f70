import { slugParams } from '@/lib/authoring/deck-schemas'
import { changeNotes } from '@/lib/authoring/drafts/change-notes'
import { changeNotesAnswer, changeNotesBody } from '@/lib/authoring/drafts/draft-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary:
    'Changes many notes at once: tags, kind, place, deleted or restored. The answer says what undoes it.',
  params: slugParams,
  body: changeNotesBody,
  answer: changeNotesAnswer,
  limit: { name: 'note-operations', points: 600, seconds: 600 },
  handler: ({ store, actor, params, body, now }) => changeNotes(store, actor, { ...params, ...body }, now),
})
