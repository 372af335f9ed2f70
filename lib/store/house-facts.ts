import type { Db } from './db'
import { readJson, writeJson } from './json-column'

export type HouseFactsTable = ReturnType<typeof houseFactsTable>

export const houseFactsTable = (db: Db) => ({
  async find<T>(key: string): Promise<T | null> {
    const row = await db.houseFact.findUnique({ where: { key } })
    return row === null ? null : readJson<T>(row.value)
  },

  async put(key: string, value: unknown): Promise<void> {
    const json = writeJson(value)
    await db.houseFact.upsert({ where: { key }, create: { key, value: json }, update: { value: json } })
  },
})
