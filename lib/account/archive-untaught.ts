import type { ClassroomRow } from '@/lib/store/classrooms'
import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'

/** `byId` did what leaves the class, which is taken, without `personId` as its instructor. */
type Untaught = { classroom: ClassroomRow; personId: string; byId: string }

/**
 * A class that nobody can teach any more is archived, and its code opens nothing: nobody could decide what becomes of it,
 * or see who goes on joining.
 */
export async function archiveUntaught(
  tables: Tables,
  { classroom, personId, byId }: Untaught,
  now: number,
): Promise<void> {
  const { id: classId, archivedAt } = classroom
  if (archivedAt !== null || (await tables.classMembers.isTaughtWithout(personId, classId))) return
  await tables.classrooms.update(classId, { archivedAt: now, joinCode: null, joinExpiresAt: null })
  await audit(tables, { actorId: byId, verb: 'class-archived', classId, personId }, now)
}
