import Database from 'better-sqlite3'
import type { DatabasePlace } from './database-place'

/** What SQLite itself finds wrong with its file; PostgreSQL watches over its own. */
export function listFileProblems(place: DatabasePlace): string[] {
  if (place.kind !== 'sqlite') return []
  const database = new Database(place.file, { readonly: true })
  try {
    const integrity = database.pragma('integrity_check') as { integrity_check: string }[] // SQLite's own columns
    const foreign = database.pragma('foreign_key_check') as {
      table: string
      rowid: number | null
      parent: string
    }[]
    return [
      ...integrity.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
      ...foreign.map(({ table, rowid, parent }) => `${table} row ${rowid} names a missing ${parent}`),
    ]
  } finally {
    database.close()
  }
}
