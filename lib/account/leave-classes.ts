import type { Tables } from '@/lib/store/tables'
import { archiveUntaught } from './archive-untaught'
import { audit } from './audit'

/** An account that goes leaves its classes; one that it alone taught is archived. */
export async function leaveClasses(tables: Tables, userId: string, now: number): Promise<void> {
  for (const { classId, role } of await tables.classMembers.listByUser(userId)) {
    const classroom = await tables.classrooms.take(classId)
    if (!classroom || !(await tables.classMembers.delete(classId, userId))) continue
    await audit(tables, { actorId: userId, verb: 'class-left', classId, personId: userId }, now)
    if (role === 'INSTRUCTOR')
      await archiveUntaught(tables, { classroom, personId: userId, byId: userId }, now)
  }
}
