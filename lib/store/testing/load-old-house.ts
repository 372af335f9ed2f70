import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import type { DatabasePlace } from '../database-place'
import { readMigrations } from '../migrate/read-migrations'
import { withSchemaEngine } from '../migrate/schema-engine'
import { readSchema, schemaFor } from '../migrate/schema-text'

/** Rows by table, as SQLite kept them: instants and JSON as text, booleans as 0 and 1. */
export type OldHouse = Record<string, Record<string, unknown>[]>

/**
 * A house as the first two issues left it: people of every role, guests (one united with an account, one not), a deck
 * of the house, decks of people in each visibility, one withdrawn and one orphaned by a deleted account, a correction
 * under learners, six weeks of answers with undo, flags, suspended, buried and reset cards, exercises, a quiz. It was
 * written by the rooms of that time and dumped, table by table.
 */
export function readOldHouse(): OldHouse {
  const file = path.join(import.meta.dirname, '../migrate/fixtures/house-of-two-issues.json')
  return JSON.parse(readFileSync(file, 'utf8')) as OldHouse // written by the dump alone
}

/** Only the first migration, and in it the rows as they are. */
export async function loadOldHouse(place: DatabasePlace, house: OldHouse): Promise<void> {
  const [initial] = readMigrations(place.kind)
  await withSchemaEngine(place, schemaFor(place.kind, readSchema()), (engine) => engine.apply([initial]))
  if (place.kind === 'sqlite') loadSqlite(place.file, house)
  else await loadPostgres(place.url, house)
}

function loadSqlite(file: string, house: OldHouse): void {
  const db = new Database(file)
  try {
    db.pragma('foreign_keys = OFF')
    for (const [table, rows] of Object.entries(house)) {
      for (const row of rows) {
        const names = Object.keys(row)
        const places = names.map(() => '?').join(', ')
        db.prepare(`INSERT INTO "${table}" (${names.map(quoted).join(', ')}) VALUES (${places})`).run(
          ...Object.values(row).map(bytesOf),
        )
      }
    }
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error('The old house does not hold together')
  } finally {
    db.close()
  }
}

async function loadPostgres(url: string, house: OldHouse): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("SET session_replication_role = 'replica'") // in whatever order the tables come
    const booleans = await listBooleans(client)
    for (const [table, rows] of Object.entries(house)) {
      for (const row of rows) {
        const names = Object.keys(row)
        const places = names.map((_, i) => `$${i + 1}`).join(', ')
        const values = Object.entries(row).map(([name, value]) =>
          booleans.has(`${table}.${name}`) ? value === 1 : bytesOf(value),
        )
        await client.query(
          `INSERT INTO "${table}" (${names.map(quoted).join(', ')}) VALUES (${places})`,
          values,
        )
      }
    }
  } finally {
    await client.end()
  }
}

async function listBooleans(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ at: string }>(
    `SELECT table_name || '.' || column_name AS at FROM information_schema.columns
     WHERE table_schema = current_schema() AND data_type = 'boolean'`,
  )
  return new Set(rows.map(({ at }) => at))
}

const quoted = (name: string) => `"${name}"`

function bytesOf(value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value
  return isBytes ? Buffer.from(String(value.base64), 'base64') : value
}

/** Every row of a table, each value spelled the same on both databases: to be compared before and after. */
export async function dumpTable(place: DatabasePlace, table: string): Promise<Record<string, string>[]> {
  const rows = place.kind === 'sqlite' ? dumpSqlite(place.file, table) : await dumpPostgres(place.url, table)
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, spell(value)])),
  )
}

function dumpSqlite(file: string, table: string): Record<string, unknown>[] {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[] // whatever the columns are
  } finally {
    db.close()
  }
}

async function dumpPostgres(url: string, table: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(`SELECT * FROM "${table}"`)).rows
  } finally {
    await client.end()
  }
}

function spell(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
}
