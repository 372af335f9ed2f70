import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { OperatorError } from '@/lib/platform/operator-error'
import type { DatabasePlace } from '../database-place'
import { explainDatabaseError } from './explain-database-error'
import { readMigrations } from './read-migrations'
import type { Migration } from './read-migrations'
import { withSchemaEngine } from './schema-engine'
import { readSchema, schemaFor } from './schema-text'

/** How long another server may take over one migration before it counts as stopped. */
const PATIENCE_MS = 30_000
const POLL_MS = 200

type Applied = { name: string; checksum: string; finished: boolean }

/**
 * The migrations that the database has not seen yet, oldest first. Refuses a database that this version does not
 * know how to read: one of a newer version, or one whose migration stopped half-way.
 */
export async function listPendingMigrations(
  place: DatabasePlace,
  known = readMigrations(place.kind),
): Promise<Migration[]> {
  const applied = await listApplied(place)
  const checksums = new Map(known.map((migration) => [migration.name, migration.checksum]))
  for (const { name, checksum, finished } of applied) {
    if (!finished) {
      throw new OperatorError(
        `The migration ${name} stopped half-way in this database; restore the backup that was made before it.`,
      )
    }
    if (!checksums.has(name)) {
      throw new OperatorError(
        `This database was last used by a newer version of Unroll (its migration ${name} is not known here); update Unroll, or restore an older backup.`,
      )
    }
    if (checksums.get(name) !== checksum) {
      throw new OperatorError(
        `The migration ${name} is not the one that made this database; its file must be put back as it was.`,
      )
    }
  }
  const seen = new Set(applied.map(({ name }) => name))
  return known.filter(({ name }) => !seen.has(name))
}

/**
 * Brings the database up to this version's schema and returns the names of what was applied. The schema engine is
 * loaded only when something is missing, and it takes an advisory lock on PostgreSQL, so that several servers may
 * start at once.
 */
export async function applyMigrations(place: DatabasePlace): Promise<string[]> {
  const pending = await listPendingMigrations(place)
  if (pending.length === 0) return []
  if (place.kind === 'sqlite') setWriteAheadLog(place.file)
  try {
    return await withSchemaEngine(place, schemaFor(place.kind, readSchema()), (engine) =>
      engine.apply(readMigrations(place.kind)),
    )
  } catch (error) {
    throw explainDatabaseError(error, place)
  }
}

const appliedSql = 'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations'

async function listApplied(place: DatabasePlace): Promise<Applied[]> {
  try {
    return place.kind === 'sqlite' ? appliedOnSqlite(place.file) : await settledOnPostgres(place.url)
  } catch (error) {
    throw explainDatabaseError(error, place)
  }
}

function appliedOnSqlite(file: string): Applied[] {
  const db = new Database(file)
  try {
    const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()
    return table === undefined ? [] : toApplied(db.prepare(appliedSql).all())
  } finally {
    db.close()
  }
}

/**
 * What is unfinished may be another server's work of this very moment: only what stays unfinished stopped half-way.
 */
async function settledOnPostgres(url: string): Promise<Applied[]> {
  let applied = await appliedOnPostgres(url)
  for (let waited = 0; applied.some(({ finished }) => !finished) && waited < PATIENCE_MS; waited += POLL_MS) {
    await setTimeout(POLL_MS)
    applied = await appliedOnPostgres(url)
  }
  return applied
}

async function appliedOnPostgres(url: string): Promise<Applied[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name")
    if (table.rows[0].name === null) return []
    return toApplied((await client.query(appliedSql)).rows)
  } finally {
    await client.end()
  }
}

function toApplied(rows: unknown[]): Applied[] {
  // the columns of Prisma's own table
  const typed = rows as {
    migration_name: string
    checksum: string
    finished_at: unknown
    rolled_back_at: unknown
  }[]
  return typed
    .filter((row) => row.rolled_back_at === null)
    .map((row) => ({ name: row.migration_name, checksum: row.checksum, finished: row.finished_at !== null }))
}

/** WAL before the engine connects; a file system that cannot do it (some network shares) is refused here. */
function setWriteAheadLog(file: string): void {
  const db = new Database(file)
  try {
    const mode = db.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') {
      throw new OperatorError(
        `SQLite cannot use its write-ahead log on ${file}; put DATA_DIR on a local disk (network shares do not support it).`,
      )
    }
  } finally {
    db.close()
  }
}
