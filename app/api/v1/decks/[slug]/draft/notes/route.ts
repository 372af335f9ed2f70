import { slugParams } from '@/lib/authoring/deck-schemas'
import { addNote } from '@/lib/authoring/drafts/add-note'
import { newNoteBody, noteDraftAnswer } from '@/lib/authoring/drafts/draft-schemas'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'A new note, or a copy of one, as a draft. Sent again with the same id it is the same note.',
  params: slugParams,
  body: newNoteBody,
  status: 201,
  answer: noteDraftAnswer,
  limit: { name: 'note-new', points: 2_000, seconds: 600 },
  handler: ({ store, actor, params, body: { id, key, after, copyOf, ...content }, locale, now }) =>
    addNote(store, actor, { ...params, id, key, after, copyOf, content, locale }, now),
})
