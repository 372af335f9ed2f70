import type { Db } from './db'
import type { Enrolment } from './generated/sqlite/client'
import { toDate, withMs, type WithMs } from './instant'

export type EnrolmentRow = WithMs<Enrolment>

export type EnrolmentsTable = ReturnType<typeof enrolmentsTable>

export const enrolmentsTable = (db: Db) => ({
  async create(enrolment: EnrolmentRow): Promise<void> {
    await db.enrolment.create({ data: { ...enrolment, createdAt: toDate(enrolment.createdAt) } })
  },

  /** Studies the deck under this preset from now on; already studying it, only the preset changes. */
  async put(enrolment: EnrolmentRow): Promise<void> {
    const { userId, deckId, presetId, createdAt } = enrolment
    await db.enrolment.upsert({
      where: { userId_deckId: { userId, deckId } },
      create: { userId, deckId, presetId, createdAt: toDate(createdAt) },
      update: { presetId },
    })
  },

  async find(userId: string, deckId: string): Promise<EnrolmentRow | null> {
    const row = await db.enrolment.findUnique({ where: { userId_deckId: { userId, deckId } } })
    return row === null ? null : withMs(row)
  },

  async listByUser(userId: string): Promise<EnrolmentRow[]> {
    return (await db.enrolment.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } })).map(withMs)
  },

  /** False when not enrolled. */
  async setPreset(userId: string, deckId: string, presetId: string): Promise<boolean> {
    return (await db.enrolment.updateMany({ where: { userId, deckId }, data: { presetId } })).count === 1
  },

  async delete(userId: string, deckId: string): Promise<boolean> {
    return (await db.enrolment.deleteMany({ where: { userId, deckId } })).count === 1
  },

  async deleteAll(userId: string): Promise<void> {
    await db.enrolment.deleteMany({ where: { userId } })
  },
})
