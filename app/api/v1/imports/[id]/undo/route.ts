import { importParams, undoAnswer } from '@/lib/authoring/exchange/import-schemas'
import { undoImport } from '@/lib/authoring/exchange/undo-import'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary: 'Takes an import back as a whole; what was changed since stays.',
  params: importParams,
  answer: undoAnswer,
  handler: ({ store, actor, params, now }) => undoImport(store, actor, params, now),
})
