import { peopleQuery, peopleSchema } from '@/lib/account/account-schemas'
import { listPeople } from '@/lib/account/list-people'
import { door } from '@/lib/platform/door/door'

export const GET = door({
  rule: 'administrator',
  summary: 'Accounts, fifty at a time; `after` is the `next` of the page before.',
  query: peopleQuery,
  answer: peopleSchema,
  handler: ({ store, actor, query }) => listPeople(store, actor, { ...query, after: query.after ?? null }),
})
