import { slugParams } from '@/lib/authoring/deck-schemas'
import { changeDeckDraft } from '@/lib/authoring/drafts/change-deck-draft'
import { deckDraftAnswer, deckDraftBody, draftListAnswer } from '@/lib/authoring/drafts/draft-schemas'
import { listDraft } from '@/lib/authoring/drafts/list-draft'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary:
    'A deck as its authors have it: every note in its order, and how it differs from what is published.',
  params: slugParams,
  answer: draftListAnswer,
  handler: ({ store, actor, params }) => listDraft(store, actor, params),
})

export const PATCH = door({
  rule: 'account',
  scope: 'author',
  summary: 'Title and description as drafted; learners see them when they are published.',
  params: slugParams,
  body: deckDraftBody,
  answer: deckDraftAnswer,
  handler: ({ store, actor, params, body: { before, ...draft } }) =>
    changeDeckDraft(store, actor, { ...params, draft, before }),
})
