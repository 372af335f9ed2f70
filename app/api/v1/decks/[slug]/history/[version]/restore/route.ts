import { publishedAnswer, restoreBody, versionParams } from '@/lib/authoring/publishing/publishing-schemas'
import { restoreVersion } from '@/lib/authoring/publishing/restore-version'
import { door } from '@/lib/platform/door/door'

export const POST = door({
  rule: 'account',
  scope: 'author',
  summary:
    'Brings an earlier version back, as a new one: restoring the one before undoes it. Drafts stay drafts.',
  params: versionParams,
  body: restoreBody,
  answer: publishedAnswer,
  limit: { name: 'deck-publish', points: 60, seconds: 600 },
  handler: ({ store, actor, params, body, locale, now }) =>
    restoreVersion(store, actor, { line: '', ...params, ...body, locale }, now),
})
