import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import { ok, type Result } from '@/lib/core/result'
import type { Store } from '@/lib/store/store'

export type ClassSummary = {
  id: string
  name: string
  /** Whether the reader teaches it, or learns in it. */
  isTaught: boolean
  isArchived: boolean
  /** How many learn in it; told to who teaches it. */
  learners: number | null
}

/** The classes that a person is in, the newest first. */
export async function listClasses(
  store: Store,
  actor: SignedIn,
): Promise<Result<{ classes: ClassSummary[]; canMake: boolean }>> {
  const rows = (await store.classrooms.listByMember(actor.userId)).filter(({ role }) =>
    can(actor, 'class.read', { memberRole: role }),
  )
  const counts = await store.classMembers.countLearners(rows.map(({ id }) => id))
  const classes = rows.map(({ id, name, role, archivedAt }) => {
    const isTaught = can(actor, 'class.teach', { memberRole: role })
    return {
      id,
      name,
      isTaught,
      isArchived: archivedAt !== null,
      learners: isTaught ? (counts.get(id) ?? 0) : null,
    }
  })
  return ok({ classes, canMake: can(actor, 'class.create', null) })
}
