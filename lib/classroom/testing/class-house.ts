import { newId } from '@/lib/platform/new-id'
import type { Role, SignedIn } from '@/lib/core/access/actor'
import { makeLearner } from '@/lib/account/make-learner'
import type { Store } from '@/lib/store/store'
import { joinClass } from '../join-class'
import { makeClass } from '../make-class'

export const ADDRESS = '192.0.2.1'

/** The actor of a new account, or of a new guest. */
export async function newActor(
  store: Store,
  now: number,
  { role = 'LEARNER', guest = false, name = 'Ada' }: { role?: Role; guest?: boolean; name?: string } = {},
): Promise<SignedIn> {
  const learner = { name, locale: 'en', timeZone: 'Europe/Berlin', guest, role } as const
  const { id } = await makeLearner(
    store,
    { ...learner, ...(!guest && { email: `${newId(now)}@example.org` }) },
    now,
  )
  return { kind: 'user', userId: id, role, guest, via: { sessionId: 's' } }
}

/** A class of this instructor's, and how to bring people into it. */
export async function newClass(store: Store, instructor: SignedIn, now: number, name = 'RNN 101') {
  const made = await makeClass(store, instructor, { name, description: '' }, now)
  if (!made.ok) throw new Error(made.code)
  const { id } = made.value
  return {
    id,
    async join(actor: SignedIn, at = now) {
      const code = (await store.classrooms.find(id))?.joinCode ?? ''
      const joined = await joinClass(store, actor, { code, address: ADDRESS }, at)
      if (!joined.ok) throw new Error(joined.code)
    },
  }
}
