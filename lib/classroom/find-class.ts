import type { SignedIn } from '@/lib/core/access/actor'
import { can } from '@/lib/core/access/can'
import type { ClassMemberRow } from '@/lib/store/class-members'
import type { ClassroomRow } from '@/lib/store/classrooms'
import type { Tables } from '@/lib/store/tables'

export type FoundClass = { classroom: ClassroomRow; member: ClassMemberRow }

/** Null when there is no such class and when it is not for this actor: nobody can tell which. */
export async function findClass(
  tables: Tables,
  actor: SignedIn,
  id: string,
  verb: 'class.read' | 'class.teach' | 'class.leave',
): Promise<FoundClass | null> {
  const member = await tables.classMembers.find(id, actor.userId)
  if (member === null || !can(actor, verb, { memberRole: member.role })) return null
  const classroom = await tables.classrooms.find(id)
  return classroom && { classroom, member }
}

/**
 * The same inside a transaction, with the class taken: what is decided of its members, code and assignments is decided
 * one at a time.
 */
export async function takeTaughtClass(
  tables: Tables,
  actor: SignedIn,
  id: string,
): Promise<ClassroomRow | null> {
  const classroom = await tables.classrooms.take(id)
  const member = classroom && (await tables.classMembers.find(id, actor.userId))
  return member && can(actor, 'class.teach', { memberRole: member.role }) ? classroom : null
}
