import { listImports } from '@/lib/authoring/exchange/get-import'
import { importsAnswer, startAnswer, startBody } from '@/lib/authoring/exchange/import-schemas'
import { startImport } from '@/lib/authoring/exchange/start-import'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'Your imports, the newest first.',
  answer: importsAnswer,
  handler: ({ store, actor, locale, now }) => listImports(store, actor, { locale }, now),
})

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary:
    'Begins to read an uploaded file: an Anki package, a table, a deck file or JSON. Nothing of a deck is written.',
  body: startBody,
  answer: startAnswer,
  status: 202,
  limit: { name: 'import', points: 30, seconds: 600 },
  handler: ({ store, actor, body, locale, now }) =>
    startImport(store, actor, { ...body, language: locale }, now),
})
