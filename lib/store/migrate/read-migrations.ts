import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseKind } from '../database-place'

export type Migration = { name: string; sql: string; checksum: string }

export function migrationsFolder(kind: DatabaseKind, root = process.cwd()): string {
  return path.join(root, 'prisma/migrations', kind)
}

/** The migrations of one database, oldest first: their names begin with the time they were made. */
export function readMigrations(kind: DatabaseKind, root = process.cwd()): Migration[] {
  const folder = migrationsFolder(kind, root)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
