import type { Role, SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

export type Person = { id: string; name: string; email: string | null; role: Role; createdAt: number }

const PAGE = 50

/** Accounts for the administrator's page: nobody's answers, no guests. `next` asks for the page after. */
export async function listPeople(
  store: Store,
  actor: SignedIn,
  { search, after }: { search: string; after: string | null },
): Promise<Result<{ people: Person[]; next: string | null }>> {
  if (!can(actor, 'people.manage', null)) return fail('not-found')
  const rows = await store.users.listAccounts({
    search: search.normalize('NFKC').trim(),
    after,
    limit: PAGE + 1,
  })
  const people = rows
    .slice(0, PAGE)
    .map(({ id, name, email, role, createdAt }) => ({ id, name, email, role, createdAt }))
  return ok({ people, next: rows.length > PAGE ? (people.at(-1)?.id ?? null) : null })
}
