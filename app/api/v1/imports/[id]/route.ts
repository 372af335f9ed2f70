import { chooseForImport, dropImport } from '@/lib/authoring/exchange/change-import'
import { getImport } from '@/lib/authoring/exchange/get-import'
import { importAnswer, importParams, optionsBody } from '@/lib/authoring/exchange/import-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'How far an import is, and what it would do: its preview.',
  params: importParams,
  answer: importAnswer,
  handler: ({ store, actor, params, locale, now }) => getImport(store, actor, { ...params, locale }, now),
})

export const PUT = door({
  rule: 'account',
  scope: 'author',
  summary: 'Other choices for an import; its preview is made anew.',
  params: importParams,
  body: optionsBody,
  limit: { name: 'import-choose', points: 600, seconds: 600 },
  handler: ({ store, actor, params, body, now }) =>
    chooseForImport(store, actor, { ...params, options: body }, now),
})

export const DELETE = door({
  rule: 'account',
  scope: 'author',
  summary: 'Forgets an import. What it brought stays, and cannot be undone as a whole any more.',
  params: importParams,
  handler: ({ store, actor, params, now }) => dropImport(store, actor, params, now),
})
