import type { SignedIn } from '@/lib/core/access/actor'
import { fail, ok, type Result } from '@/lib/core/result'
import { audit } from '@/lib/account/audit'
import type { Store } from '@/lib/store/store'
import { takeTaughtClass } from './find-class'

type Input = {
  id: string
  name?: string | undefined
  description?: string | undefined
  isArchived?: boolean | undefined
}

/** Renames or archives. An archived class asks nothing of anybody and is joined by nobody; its figures stay to be read. */
export async function changeClass(
  store: Store,
  actor: SignedIn,
  { id, name, description, isArchived }: Input,
  now: number,
): Promise<Result<undefined>> {
  return store.transaction(async (tables) => {
    const before = await takeTaughtClass(tables, actor, id)
    if (!before) return fail('not-found')
    const wasArchived = before.archivedAt !== null
    const archiving = isArchived !== undefined && isArchived !== wasArchived
    await tables.classrooms.update(id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(archiving && { archivedAt: isArchived ? now : null }),
    })
    const tell = (verb: 'class-archived' | 'class-reopened' | 'class-changed', detail?: unknown) =>
      audit(tables, { actorId: actor.userId, verb, classId: id, detail }, now)
    if (archiving) await tell(isArchived ? 'class-archived' : 'class-reopened')
    if (name !== undefined && name !== before.name)
      await tell('class-changed', { from: before.name, to: name })
    return ok(undefined)
  })
}
