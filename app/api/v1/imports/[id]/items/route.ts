import { listImportItems } from '@/lib/authoring/exchange/get-import'
import { importParams, itemsAnswer, itemsQuery } from '@/lib/authoring/exchange/import-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'Notes of an import by what would become of them, fifty at a time.',
  params: importParams,
  query: itemsQuery,
  answer: itemsAnswer,
  handler: ({ store, actor, params, query, locale }) =>
    listImportItems(store, actor, { ...params, ...query, locale }),
})
