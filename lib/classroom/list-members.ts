import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'
import { findClass } from './find-class'

export type Member = {
  id: string
  name: string
  isGuest: boolean
  isInstructor: boolean
  joinedAt: number
}

/** Who is in a class, for those who teach it: names, no addresses. */
export async function listMembers(
  store: Store,
  actor: SignedIn,
  { id }: { id: string },
): Promise<Result<{ members: Member[] }>> {
  if (!(await findClass(store, actor, id, 'class.teach'))) return fail('not-found')
  const members = (await store.classMembers.listByClass(id)).map(
    ({ userId, name, guest, role, joinedAt }) => ({
      id: userId,
      name,
      isGuest: guest,
      isInstructor: role === 'INSTRUCTOR',
      joinedAt,
    }),
  )
  return ok({ members })
}
