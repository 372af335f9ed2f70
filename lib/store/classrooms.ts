import type { Db } from './db'
import type { Classroom, ClassRole } from './generated/sqlite/client'
import { toDate, toDateOrNull, withMs, type WithMs } from './instant'

export type ClassroomRow = WithMs<Classroom>

export type ClassroomChange = Partial<
  Pick<ClassroomRow, 'name' | 'description' | 'archivedAt' | 'joinCode' | 'joinExpiresAt'>
>

export type ClassroomsTable = ReturnType<typeof classroomsTable>

export const classroomsTable = (db: Db) => ({
  async create(
    classroom: Pick<ClassroomRow, 'id' | 'name' | 'description' | 'createdAt' | 'joinCode' | 'joinExpiresAt'>,
  ): Promise<void> {
    const { createdAt, joinExpiresAt, ...columns } = classroom
    await db.classroom.create({
      data: { ...columns, createdAt: toDate(createdAt), joinExpiresAt: toDateOrNull(joinExpiresAt) },
    })
  },

  async find(id: string): Promise<ClassroomRow | null> {
    return toRowOrNull(await db.classroom.findUnique({ where: { id } }))
  },

  /** Whatever its state: the room says whether it can be joined. */
  async findByCode(joinCode: string): Promise<ClassroomRow | null> {
    return toRowOrNull(await db.classroom.findUnique({ where: { joinCode } }))
  },

  /** False when there is no such class. */
  async update(id: string, change: ClassroomChange): Promise<boolean> {
    const { archivedAt, joinExpiresAt, ...columns } = change
    const { count } = await db.classroom.updateMany({
      where: { id },
      data: {
        ...columns,
        ...(archivedAt !== undefined && { archivedAt: toDateOrNull(archivedAt) }),
        ...(joinExpiresAt !== undefined && { joinExpiresAt: toDateOrNull(joinExpiresAt) }),
      },
    })
    return count === 1
  },

  /** Takes the class until the transaction ends: what decides on its members or assignments goes one at a time. */
  async take(id: string): Promise<ClassroomRow | null> {
    const { count } = await db.classroom.updateMany({ where: { id }, data: { id } })
    return count === 1 ? this.find(id) : null
  },

  /** Those that a person is in, with what they are in them, the newest first. */
  async listByMember(userId: string): Promise<(ClassroomRow & { role: ClassRole; joinedAt: number })[]> {
    const rows = await db.classMember.findMany({
      where: { userId },
      include: { class: true },
      orderBy: { class: { createdAt: 'desc' } },
    })
    return rows.map((row) => ({ ...withMs(row.class), role: row.role, joinedAt: row.joinedAt.getTime() }))
  },
})

const toRowOrNull = (row: Classroom | null): ClassroomRow | null => (row === null ? null : withMs(row))
