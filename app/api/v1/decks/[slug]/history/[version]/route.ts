import { getVersion } from '@/lib/authoring/publishing/get-version'
import { partQuery, versionAnswer, versionParams } from '@/lib/authoring/publishing/publishing-schemas'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'account',
  scope: 'author',
  summary: 'An earlier version of a deck as learners had it, a part of its notes at a time.',
  params: versionParams,
  query: partQuery,
  answer: versionAnswer,
  handler: ({ store, actor, params, query }) => getVersion(store, actor, { ...params, ...query }),
})
