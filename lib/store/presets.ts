import type { Db } from './db'
import type { Preset } from './generated/sqlite/client'

export type ReviewOrder = 'retrievability' | 'dueDay'
export type PresetRow = Omit<Preset, 'reviewOrder'> & { reviewOrder: ReviewOrder }

export type PresetsTable = ReturnType<typeof presetsTable>

export const presetsTable = (db: Db) => ({
  async create(preset: PresetRow): Promise<void> {
    await db.preset.create({ data: preset })
  },

  async find(userId: string, id: string): Promise<PresetRow | null> {
    const row = await db.preset.findFirst({ where: { id, userId } })
    return row === null ? null : toPreset(row)
  },

  /** In the order of their ids: the first is the one that new enrolments get. */
  async listByUser(userId: string): Promise<PresetRow[]> {
    return (await db.preset.findMany({ where: { userId }, orderBy: { id: 'asc' } })).map(toPreset)
  },

  /** False when another revision than the one named is in force. */
  async replaceRevision(userId: string, id: string, before: string, revisionId: string): Promise<boolean> {
    const where = { id, userId, revisionId: before }
    return (await db.preset.updateMany({ where, data: { revisionId } })).count === 1
  },

  async update(
    userId: string,
    id: string,
    change: Partial<Omit<PresetRow, 'id' | 'userId'>>,
  ): Promise<boolean> {
    return (await db.preset.updateMany({ where: { id, userId }, data: change })).count === 1
  },
})

// The column is text; the rooms write only orders that there are.
const toPreset = (row: Preset): PresetRow => ({ ...row, reviewOrder: row.reviewOrder as ReviewOrder })
