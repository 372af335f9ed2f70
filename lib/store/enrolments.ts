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

  /** Those of these people who do not study the deck yet do from now on, each under their first preset. */
  async addUnderFirstPreset(deckId: string, userIds: readonly string[], now: number): Promise<void> {
    for (let i = 0; i < userIds.length; i += 500) {
      const some = userIds.slice(i, i + 500)
      const studying = await db.enrolment.findMany({
        where: { deckId, userId: { in: some } },
        select: { userId: true },
      })
      const presets = await db.preset.findMany({
        where: { userId: { in: some } },
        orderBy: { id: 'desc' },
        select: { id: true, userId: true },
      })
      const first = new Map(presets.map(({ id, userId }) => [userId, id])) // the lowest id comes last
      for (const { userId } of studying) first.delete(userId)
      const data = [...first].map(([userId, presetId]) => ({
        userId,
        presetId,
        deckId,
        createdAt: toDate(now),
      }))
      if (data.length > 0) await db.enrolment.createMany({ data })
    }
  },

  /** Enrols everybody who is enrolled in all of `deckIds`, under their preset for the first. Returns how many. */
  async addForThoseWithAll(deckId: string, deckIds: string[], now: number): Promise<number> {
    const rows = await db.enrolment.findMany({
      where: {
        deckId: deckIds[0],
        user: { AND: [...deckIds.map(enrolledIn), { enrolments: { none: { deckId } } }] },
      },
      select: { userId: true, presetId: true },
    })
    const data = rows.map((row) => ({ ...row, deckId, createdAt: toDate(now) }))
    for (let i = 0; i < data.length; i += 1_000)
      await db.enrolment.createMany({ data: data.slice(i, i + 1_000) })
    return data.length
  },
})

const enrolledIn = (deckId: string) => ({ enrolments: { some: { deckId } } })
