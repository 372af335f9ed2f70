import type { DatabaseKind, DatabasePlace } from './database-place'
import type { RootDb } from './db'

/** What an administrator is told of the database as a whole. */
export type DatabaseFigures = {
  kind: DatabaseKind
  /** For a process of the server's own; it may hold a password and is shown to nobody. */
  place: DatabasePlace
  /** SQLite's file, beside which its backups lie. */
  file: string | null
  sizeInBytes(): Promise<number>
  /** Names, in the order in which they were applied. */
  listMigrations(): Promise<string[]>
}

export const figuresOfSqlite = (db: RootDb, file: string): DatabaseFigures => ({
  kind: 'sqlite',
  place: { kind: 'sqlite', file },
  file,
  async sizeInBytes() {
    const [row] = await db.$queryRaw<{ bytes: bigint | number }[]>`
      SELECT page_count * page_size AS "bytes" FROM pragma_page_count(), pragma_page_size()`
    return Number(row.bytes)
  },
  listMigrations: () => listMigrations(db),
})

export const figuresOfPostgres = (db: RootDb, url: string): DatabaseFigures => ({
  kind: 'postgres',
  place: { kind: 'postgres', url },
  file: null,
  async sizeInBytes() {
    const [row] = await db.$queryRaw<{ bytes: bigint | number }[]>`
      SELECT pg_database_size(current_database()) AS "bytes"`
    return Number(row.bytes)
  },
  listMigrations: () => listMigrations(db),
})

async function listMigrations(db: RootDb): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT "migration_name" AS "name" FROM "_prisma_migrations"
    WHERE "finished_at" IS NOT NULL ORDER BY "migration_name"`
  return rows.map(({ name }) => name)
}
