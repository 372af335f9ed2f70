import { changeNotes } from '@/lib/authoring/drafts/change-notes'
import {
  changeNotesAnswer,
  noteDraftAnswer,
  noteDraftBody,
  noteParams,
} from '@/lib/authoring/drafts/draft-schemas'
import { getNoteDraft } from '@/lib/authoring/drafts/get-note-draft'
import { saveNoteDraft } from '@/lib/authoring/drafts/save-note-draft'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'One note as its authors have it, rendered, with what keeps it from being published.',
  params: noteParams,
  answer: noteDraftAnswer,
  handler: ({ store, actor, params, locale }) => getNoteDraft(store, actor, { ...params, locale }),
})

export const PATCH = door({
  rule: 'account',
  scope: 'author',
  summary:
    'Saves a draft, finished or not. Of two who save at once the second is told, and nothing is overwritten.',
  params: noteParams,
  body: noteDraftBody,
  answer: noteDraftAnswer,
  limit: { name: 'note-save', points: 2_000, seconds: 600 },
  handler: ({ store, actor, params, body: { draftVersion, ...change }, locale, now }) =>
    saveNoteDraft(store, actor, { ...params, draftVersion, change, locale }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary:
    'Deletes a note from the draft; learners keep it until that is published. The answer says what undoes it.',
  params: noteParams,
  answer: changeNotesAnswer,
  handler: ({ store, actor, params: { slug, id }, now }) =>
    changeNotes(store, actor, { slug, operations: [{ do: 'delete', ids: [id] }] }, now),
})
