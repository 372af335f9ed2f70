import type { Tables } from '@/lib/store/tables'
import { audit } from './audit'

/** A class that loses its last instructor with this account is archived: nobody else may decide what becomes of it. */
export async function leaveClasses(tables: Tables, userId: string, now: number): Promise<void> {
  for (const { classId, role } of await tables.classMembers.listByUser(userId)) {
    const classroom = await tables.classrooms.take(classId)
    await tables.classMembers.delete(classId, userId)
    const isOrphaned = role === 'INSTRUCTOR' && (await tables.classMembers.count(classId, 'INSTRUCTOR')) === 0
    if (!isOrphaned || !classroom || classroom.archivedAt !== null) continue
    await tables.classrooms.update(classId, { archivedAt: now, joinCode: null, joinExpiresAt: null })
    await audit(tables, { actorId: null, verb: 'class-archived', classId }, now)
  }
}
