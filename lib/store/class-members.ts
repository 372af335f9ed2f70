import type { Db } from './db'
import type { ClassMember, ClassRole } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type ClassMemberRow = WithMs<ClassMember>

/** A member as the class knows them: by name, never by address. */
export type NamedMember = ClassMemberRow & {
  name: string
  guest: boolean
  calendar: { timeZone: string; dayStartsAtHour: number }
}

export type ClassMembersTable = ReturnType<typeof classMembersTable>

export const classMembersTable = (db: Db) => ({
  async create(member: ClassMemberRow): Promise<void> {
    await db.classMember.create({ data: { ...member, joinedAt: toDate(member.joinedAt) } })
  },

  async find(classId: string, userId: string): Promise<ClassMemberRow | null> {
    const row = await db.classMember.findUnique({ where: { classId_userId: { classId, userId } } })
    return row === null ? null : withMs(row)
  },

  /** Takes a membership until the transaction ends: false when there is none. */
  async take(classId: string, userId: string): Promise<boolean> {
    return (await db.classMember.updateMany({ where: { classId, userId }, data: { userId } })).count === 1
  },

  async setRole(classId: string, userId: string, role: ClassRole): Promise<boolean> {
    return (await db.classMember.updateMany({ where: { classId, userId }, data: { role } })).count === 1
  },

  async delete(classId: string, userId: string): Promise<boolean> {
    return (await db.classMember.deleteMany({ where: { classId, userId } })).count === 1
  },

  /** Instructors first, then by when they joined. */
  async listByClass(classId: string): Promise<NamedMember[]> {
    const rows = await db.classMember.findMany({
      where: { classId },
      include: { user: { select: { name: true, guest: true, timeZone: true, dayStartsAt: true } } },
      orderBy: [{ role: 'asc' }, { joinedAt: 'asc' }, { userId: 'asc' }],
    })
    return rows.map(({ user, ...row }) => ({
      ...withMs(row),
      name: user.name,
      guest: user.guest,
      calendar: { timeZone: user.timeZone, dayStartsAtHour: user.dayStartsAt },
    }))
  },

  async listByUser(userId: string): Promise<ClassMemberRow[]> {
    return (await db.classMember.findMany({ where: { userId } })).map(withMs)
  },

  async count(classId: string): Promise<number> {
    return db.classMember.count({ where: { classId } })
  },

  /** Whether the class could be taught without this person: by an instructor of it who may still teach in this house. */
  async isTaughtWithout(userId: string, classId: string): Promise<boolean> {
    const teaches = { role: 'INSTRUCTOR' as const, user: { role: { not: 'LEARNER' as const }, guest: false } }
    return (await db.classMember.count({ where: { classId, userId: { not: userId }, ...teaches } })) > 0
  },

  /** Learners by class. */
  async countLearners(classIds: string[]): Promise<Map<string, number>> {
    const rows = await db.classMember.groupBy({
      by: ['classId'],
      where: { classId: { in: classIds }, role: 'LEARNER' },
      _count: true,
    })
    return new Map(rows.map((row) => [row.classId, row._count]))
  },

  async deleteAll(userId: string): Promise<void> {
    await db.classMember.deleteMany({ where: { userId } })
  },
})
